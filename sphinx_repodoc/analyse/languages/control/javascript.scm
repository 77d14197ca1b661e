; What makes ways through a function (@decision, but for @default), what nests (@level, but for
; @chained), loops (@loop), and functions that may be in others (@apart).

["if" "case" "&&" "||" "??" "&&=" "||=" "??="] @decision
[(ternary_expression) (catch_clause)] @decision
[(if_statement) (switch_statement)] @level
(try_statement (catch_clause)) @level
[(for_statement) (for_in_statement) (while_statement) (do_statement)] @loop
(else_clause (if_statement) @chained)
[(arrow_function) (function_expression) (generator_function) (method_definition)] @apart
