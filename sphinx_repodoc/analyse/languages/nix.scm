; tree-sitter-nix 0.1 has no tags.scm. Which of the attributes are those of the value that a file
; is, nix.py finds out.

(comment) @comment
[(string_expression) (indented_string_expression)] @string

(binding attrpath: (attrpath) @declarator @signature) @definition.attribute
(inherited_attrs attr: (identifier) @name @definition.inherited_attribute)

(source_code (function_expression (formals
  (formal name: (identifier) @name) @definition.argument)))
(source_code (function_expression universal: (identifier) @name @definition.argument))
(source_code (function_expression body: (function_expression (formals
  (formal name: (identifier) @name) @definition.argument))))
(source_code (function_expression body: (function_expression
  universal: (identifier) @name @definition.argument)))

((apply_expression
  function: (variable_expression name: (identifier) @import.keyword)
  argument: [(path_expression) (spath_expression)] @import.module) @import
  (#any-of? @import.keyword "import" "callPackage"))
((apply_expression
  function: (select_expression attrpath: (attrpath attr: (identifier) @import.keyword .))
  argument: (path_expression) @import.module) @import
  (#eq? @import.keyword "callPackage"))
((binding attrpath: (attrpath attr: (identifier) @import.keyword .)
  expression: (list_expression element: (path_expression) @import.module @import))
  (#eq? @import.keyword "imports"))
