; What makes ways through a function (@decision, but for @default), what nests (@level, but for
; @chained), loops (@loop), and functions that may be in others (@apart).

["if" "and" "or" "orelse" "catch" "try"] @decision
(switch_case) @decision
(switch_expression (switch_case) @default . ["," (comment)]* . "}")
[(if_statement) (if_expression) (switch_expression)] @level
[(for_statement) (for_expression) (while_statement) (while_expression)] @loop
(else_clause (if_statement) @chained)
(if_expression "else" (if_expression) @chained)
