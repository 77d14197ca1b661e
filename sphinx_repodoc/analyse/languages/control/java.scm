; What makes ways through a function (@decision, but for @default), what nests (@level, but for
; @chained), loops (@loop), and functions that may be in others (@apart).

["if" "case" "&&" "||"] @decision
[(ternary_expression) (catch_clause)] @decision
[(if_statement) (switch_expression)] @level
(try_statement (catch_clause)) @level
(try_with_resources_statement (catch_clause)) @level
[(for_statement) (enhanced_for_statement) (while_statement) (do_statement)] @loop
(if_statement alternative: (if_statement) @chained)
