; What makes ways through a function (@decision, but for @default), what nests (@level, but for
; @chained), loops (@loop), and functions that may be in others (@apart).

["if" "elif" "&&" "||"] @decision
(case_item) @decision
(case_item . "("? . value: (extglob_pattern) @_rest . ")" (#eq? @_rest "*")) @default
[(if_statement) (case_statement)] @level
[(for_statement) (c_style_for_statement) (while_statement)] @loop
