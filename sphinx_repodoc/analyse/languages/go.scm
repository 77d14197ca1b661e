; tags.scm of tree-sitter-go 0.25 tells structs and interfaces only as types, methods without
; their receiver, and takes variables within functions for those of the package.

(comment) @comment
(raw_string_literal) @string

(import_spec name: (_)? @import.alias path: (_) @import.module) @import

(function_declaration name: (identifier) @name
  body: (_)? @body) @definition.function

(method_declaration
  receiver: (parameter_list (parameter_declaration type: [
    (type_identifier) @owner
    (pointer_type (type_identifier) @owner)
    (generic_type type: (type_identifier) @owner)
    (pointer_type (generic_type type: (type_identifier) @owner))
  ]))
  name: (field_identifier) @name
  body: (_)? @body) @definition.method

(type_spec name: (type_identifier) @name type: (struct_type) @body) @definition.struct
(type_spec name: (type_identifier) @name type: (interface_type) @body) @definition.interface
(type_spec name: (type_identifier) @name) @definition.type
(type_alias name: (type_identifier) @name) @definition.type_alias

(field_declaration name: (field_identifier) @name) @definition.field
(field_declaration !name type: [
  (type_identifier) @name
  (qualified_type name: (type_identifier) @name)
  (generic_type type: (type_identifier) @name)
]) @definition.embedded_field
(method_elem name: (field_identifier) @name) @definition.method

(source_file (const_declaration
  (const_spec name: (identifier) @name) @definition.constant))
(source_file (var_declaration
  (var_spec name: (identifier) @name) @definition.variable))
(source_file (var_declaration (var_spec_list
  (var_spec name: (identifier) @name) @definition.variable)))

((function_declaration name: (identifier) @name) @entry
  (#eq? @name "main"))

((function_declaration name: (identifier) @name
  parameters: (parameter_list (parameter_declaration type: (pointer_type
    (qualified_type name: (type_identifier) @_type)))) ) @test.testing
  (#match? @name "^Test([^a-z]|$)") (#eq? @_type "T"))
((function_declaration name: (identifier) @name) @test.testing
  (#match? @name "^(Benchmark|Example|Fuzz)([^a-z]|$)"))
