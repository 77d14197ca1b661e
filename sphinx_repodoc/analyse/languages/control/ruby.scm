; What makes ways through a function (@decision, but for @default), what nests (@level, but for
; @chained), loops (@loop), and functions without a name of their own (@closure).

[(if) (elsif) (unless) (if_modifier) (unless_modifier) (conditional) (when) (in_clause) (rescue)] @decision
[(while_modifier) (until_modifier) (rescue_modifier)] @decision
["&&" "||" "and" "or"] @decision
[(if) (unless) (case) (case_match) (begin)] @level
[(for) (while) (until)] @loop
