; What makes ways through a function, as ruff's rule C901 counts them: @decision, and the cases of a
; match, of which a last one that takes anything is none. @level and @loop are what nests.

[(if_statement) (elif_clause) (except_clause)] @decision
(try_statement (else_clause) @decision)
(case_clause) @case
[(if_statement) (match_statement)] @level
(try_statement (except_clause)) @level
[(for_statement) (while_statement)] @loop
