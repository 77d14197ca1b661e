; What makes ways through a function (@decision, but for @default), what nests (@level, but for
; @chained), loops (@loop), and functions that may be in others (@apart).

["if" "case" "&&" "||"] @decision
[(if_statement) (expression_switch_statement) (type_switch_statement) (select_statement)] @level
(for_statement) @loop
(if_statement alternative: (if_statement) @chained)
