; What makes ways through a function (@decision, but for @default), what nests (@level, but for
; @chained), loops (@loop), and functions that may be in others (@apart).

["if" "case" "&&" "||"] @decision
(conditional_expression) @decision
[(if_statement) (switch_statement)] @level
[(for_statement) (while_statement) (do_statement)] @loop
(else_clause (if_statement) @chained)
