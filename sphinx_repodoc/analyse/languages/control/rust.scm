; What makes ways through a function (@decision, but for @default), what nests (@level, but for
; @chained), loops (@loop), and functions that may be in others (@apart).

[(if_expression) @decision (match_pattern "if" @decision)] ; what macros are given has no such nodes
[(binary_expression ["&&" "||"] @decision) (let_chain "&&" @decision)]
(match_arm) @decision
(match_block (match_arm) @default . [(line_comment) (block_comment)]* . "}")
[(try_expression) (let_declaration "else")] @decision
[(if_expression) (match_expression)] @level
[(for_expression) (while_expression) (loop_expression)] @loop
(else_clause (if_expression) @chained)
