; What makes ways through a function (@decision, but for @default), what nests (@level, but for
; @chained), loops (@loop), and functions that may be in others (@apart).

["if" "guard" "&&" "||" "??"] @decision
[(ternary_expression) (catch_block)] @decision
(switch_entry "case") @decision
[(if_statement) (switch_statement)] @level
(do_statement (catch_block)) @level
[(for_statement) (while_statement) (repeat_while_statement)] @loop
(if_statement (else) (if_statement) @chained)
(function_declaration) @apart
