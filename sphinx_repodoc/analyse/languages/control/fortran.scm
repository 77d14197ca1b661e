; What makes ways through a function (@decision, but for @default), what nests (@level, but for
; @chained), loops (@loop), and functions that may be in others (@apart).

[(if_statement) (arithmetic_if_statement) (elseif_clause)] @decision
[(case_statement) (type_statement) (rank_statement)] @decision
[(case_statement (default)) (type_statement (default)) (rank_statement (default))] @default
[".and." ".or."] @decision
[(if_statement) (select_case_statement) (select_type_statement) (select_rank_statement)] @level
(do_loop) @loop
