; What makes ways through a function (@decision, but for @default), what nests (@level, but for
; @chained), loops (@loop), and functions that may be in others (@apart).

[(if_condition) (elseif_command)] @decision
(if_condition) @level
[(foreach_loop) (while_loop)] @loop
