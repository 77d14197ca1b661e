; What makes ways through a function (@decision, but for @default), what nests (@level, but for
; @chained), loops (@loop), and functions that may be in others (@apart).

[(if_statement) (elseif_clause) (ternary_expression) (catch_clause)] @decision
(binary_expression (operator) @decision (#any-of? @decision "&&" "||"))
(if_statement) @level
(try_statement (catch_clause)) @level
[(for_statement) (while_statement)] @loop
