; What makes ways through a function (@decision, but for @default), what nests (@level, but for
; @chained), loops (@loop), functions that may be in others (@apart), and what is decided before
; the text is compiled (@preprocessed).

["if" "case" "&&" "||"] @decision
[(conditional_expression) (catch_clause)] @decision
[(if_statement) (switch_statement) (try_statement)] @level
[(for_statement) (for_range_loop) (while_statement) (do_statement)] @loop
(else_clause (if_statement) @chained)
[(preproc_if condition: (_) @preprocessed) (preproc_elif condition: (_) @preprocessed)]
