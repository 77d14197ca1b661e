; tree-sitter-julia 0.23 has no tags.scm.

[(line_comment) (block_comment)] @comment
; What stands alone before something documents it.
(source_file (string_literal) @comment . (_))
(module_definition (string_literal) @comment . (_))
(struct_definition (string_literal) @comment . (_))
(compound_statement (string_literal) @comment . (_))
(if_statement (string_literal) @comment . (_))
[(string_literal) (command_literal) (prefixed_string_literal)] @string

[(using_statement) (import_statement)] @import
((call_expression (identifier) @_function (argument_list . (string_literal) .)) @import
  (#eq? @_function "include"))
(if_statement) @condition
[(arrow_function_expression) (do_clause)] @closure

(macrocall_expression (macro_identifier) @decorator (macro_argument_list . [
  (function_definition) (struct_definition) (assignment) (const_statement)
] .))

(module_definition name: (identifier) @name @signature) @definition.module

(abstract_definition (type_head) @declarator @signature) @definition.abstract_type
(primitive_definition (type_head) @declarator @signature) @definition.primitive_type
(struct_definition (type_head
  (binary_expression (operator) . (_) @base)) @declarator @signature) @definition.struct
(struct_definition (type_head) @declarator @signature) @definition.struct
(struct_definition [
  (identifier) @name
  (typed_expression . (identifier) @name)
  (assignment . (identifier) @name @signature)
  (assignment . (typed_expression . (identifier) @name) @signature)
] @definition.field)
(struct_definition (function_definition
  (signature) @declarator @signature) @definition.constructor)
(struct_definition (assignment
  . [(call_expression) (where_expression)] @declarator @signature) @definition.constructor)

(function_definition (signature) @declarator @signature) @definition.function
(assignment . [
  (call_expression) (where_expression) (typed_expression . (call_expression))
] @declarator @signature) @definition.function
(macro_definition (signature) @declarator @signature) @definition.macro

(const_statement (assignment . [
  (identifier) @name @signature
  (operator) @name @signature
  (typed_expression . (identifier) @name) @signature
  (open_tuple (identifier) @name @signature)
  (parametrized_type_expression . (identifier) @name) @signature
])) @definition.constant
(global_statement (assignment . (identifier) @name @signature)) @definition.variable
([
  (source_file (assignment . (identifier) @name @signature) @definition.variable)
  (module_definition (assignment . (identifier) @name @signature) @definition.variable)
  (source_file (assignment . (typed_expression
    . (identifier) @name) @signature) @definition.variable)
  (module_definition (assignment . (typed_expression
    . (identifier) @name) @signature) @definition.variable)
])

((macrocall_expression (macro_identifier (identifier) @_macro)
  (macro_argument_list . [
    (identifier) @name @signature
    (typed_expression . (identifier) @name) @signature
  ])) @definition.enum
  (#eq? @_macro "enum"))
((macrocall_expression (macro_identifier (identifier) @_macro)
  (macro_argument_list . (_) (identifier) @name @definition.enum_member))
  (#eq? @_macro "enum"))
((macrocall_expression (macro_identifier (identifier) @_macro)
  (macro_argument_list (compound_statement [
    (identifier) @name
    (assignment . (identifier) @name @signature)
  ] @definition.enum_member)))
  (#eq? @_macro "enum"))

((macrocall_expression (macro_identifier (identifier) @_macro)
  (macro_argument_list (string_literal) @name)) @test.Test
  (#any-of? @_macro "testset" "testitem"))
