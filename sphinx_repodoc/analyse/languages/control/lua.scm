; What makes ways through a function (@decision, but for @default), what nests (@level, but for
; @chained), loops (@loop), and functions that may be in others (@apart).

["if" "elseif" "and" "or"] @decision
(if_statement) @level
[(for_statement) (while_statement) (repeat_statement)] @loop
