; What makes ways through a function (@decision, but for @default), what nests (@level, but for
; @chained), loops (@loop), and functions that may be in others (@apart).
; Counted as ruff counts Python: operators, comprehensions and conditional expressions make none.

[(if_statement) (elif_clause)] @decision
(if_statement) @level
(for_statement) @loop
