; What makes ways through a function (@decision, but for @default), what nests (@level, but for
; @chained), loops (@loop), and functions that may be in others (@apart).

["if"] @decision
(infix_expression operator: (operator_identifier) @decision (#any-of? @decision "&&" "||"))
(case_clause) @decision
(match_expression (case_block (case_clause) @default .))
(match_expression (case_block (case_clause) @default . [(comment) (block_comment)]* . "}"))
[(if_expression) (match_expression)] @level
(try_expression (catch_clause)) @level
[(for_expression) (while_expression) (do_while_expression)] @loop
(for_expression "yield") @default
(if_expression alternative: (if_expression) @chained)
(function_definition) @apart
