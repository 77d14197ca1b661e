; What makes ways through a function (@decision, but for @default), what nests (@level, but for
; @chained), loops (@loop), functions that may be in others (@apart), and what is decided before
; the text is compiled (@preprocessed).

["if" "&&" "||" "??" "??="] @decision
(switch_section "case") @decision
[(conditional_expression) (catch_clause)] @decision
(switch_expression_arm) @decision
(switch_expression (switch_expression_arm) @default . ["," (comment)]* . "}")
[(if_statement) (switch_statement) (switch_expression)] @level
(try_statement (catch_clause)) @level
[(for_statement) (foreach_statement) (while_statement) (do_statement)] @loop
(if_statement alternative: (if_statement) @chained)
(local_function_statement) @apart
[(preproc_if condition: (_) @preprocessed) (preproc_elif condition: (_) @preprocessed)]
