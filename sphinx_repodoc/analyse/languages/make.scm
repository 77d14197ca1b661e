; tree-sitter-make 1.1 has no tags.scm. Assignments that add to a variable define none, nor do
; those for one target; a special target (.PHONY) is a statement about others.

(comment) @comment
(define_directive) @string

((rule (targets (_) @name) (comment)? @documentation (recipe)? @body) @definition.pattern_rule
  (#match? @name "%"))
((rule (targets (_) @name) (comment)? @documentation (recipe)? @body) @definition.target
  (#not-match? @name "^\\.[A-Z_]+$"))

((rule (targets (word) @_special) normal: (prerequisites (word) @mark))
  (#eq? @_special ".PHONY"))

(define_directive name: (_) @name @signature) @definition.multi-line_variable
(export_directive (variable_assignment !target_or_pattern
  name: (_) @name @signature ["=" ":=" "::=" "?="])) @definition.variable
(override_directive (variable_assignment !target_or_pattern
  name: (_) @name @signature ["=" ":=" "::=" "?="])) @definition.variable
(variable_assignment !target_or_pattern
  name: (_) @name @signature ["=" ":=" "::=" "?="]) @definition.variable
(shell_assignment name: (_) @name @signature) @definition.variable

(include_directive ["include" "-include" "sinclude"] @import.keyword
  filenames: (list (_) @import.module @import))
(conditional) @condition
