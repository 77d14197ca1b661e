; What makes ways through a function (@decision, but for @default), what nests (@level, but for
; @chained), loops (@loop), and functions that may be in others (@apart).

["if" "elseif" "case" "&&" "||" "and" "or" "??" "??="] @decision
[(conditional_expression) (catch_clause) (match_conditional_expression)] @decision
[(if_statement) (switch_statement) (match_expression)] @level
(try_statement (catch_clause)) @level
[(for_statement) (foreach_statement) (while_statement) (do_statement)] @loop
(else_clause (if_statement) @chained)
