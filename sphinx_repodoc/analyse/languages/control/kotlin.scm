; What makes ways through a function (@decision, but for @default), what nests (@level, but for
; @chained), loops (@loop), and functions that may be in others (@apart).

["if" "&&" "||" "?:"] @decision
[(catch_block) (when_entry)] @decision
(when_entry . "else") @default
[(if_expression) (when_expression)] @level
(try_expression (catch_block)) @level
[(for_statement) (while_statement) (do_while_statement)] @loop
(if_expression "else" (if_expression) @chained)
(function_declaration) @apart
