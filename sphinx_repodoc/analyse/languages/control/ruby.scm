; What makes ways through a function (@decision, but for @default), what nests (@level, but for
; @chained), loops (@loop), and functions that may be in others (@apart).

[(if) (elsif) (unless) (if_modifier) (unless_modifier) (conditional) (when) (in_clause) (rescue)] @decision
(rescue_modifier) @decision
["&&" "||" "and" "or" "&&=" "||="] @decision
[(if) (unless) (if_modifier) (unless_modifier) (case) (case_match) (begin (rescue))] @level
[(for) (while) (until) (while_modifier) (until_modifier)] @loop
