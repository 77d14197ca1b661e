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
    (parenthesized_type (type_identifier) @owner)
    (parenthesized_type (pointer_type (type_identifier) @owner))
  ]))
  name: (field_identifier) @name
  body: (_)? @body) @definition.method

; What stands in a list begins with its name, what stands alone with the keyword.

(type_declaration "(" (type_spec name: (type_identifier) @name
  type: (struct_type (field_declaration_list) @body)) @definition.struct)
(type_declaration "(" (type_spec name: (type_identifier) @name
  type: (interface_type "{" @body)) @definition.interface)
(type_declaration "(" (type_spec name: (type_identifier) @name) @definition.type)
(type_declaration "(" (type_alias name: (type_identifier) @name) @definition.type_alias)
(type_declaration (type_spec name: (type_identifier) @name
  type: (struct_type (field_declaration_list) @body))) @definition.struct
(type_declaration (type_spec name: (type_identifier) @name
  type: (interface_type "{" @body))) @definition.interface
(type_declaration (type_spec name: (type_identifier) @name)) @definition.type
(type_declaration (type_alias name: (type_identifier) @name)) @definition.type_alias

((field_declaration name: (field_identifier) @name . "," @body) @definition.field
  (#not-eq? @name "_"))
(field_declaration name: (field_identifier) @name
  type: (struct_type (field_declaration_list) @body)) @definition.field
((field_declaration name: (field_identifier) @name tag: (_)? @body) @definition.field
  (#not-eq? @name "_"))
(field_declaration !name type: [
  (type_identifier) @name
  (qualified_type name: (type_identifier) @name)
  (generic_type type: (type_identifier) @name)
  (generic_type type: (qualified_type name: (type_identifier) @name))
] tag: (_)? @body) @definition.embedded_field
(method_elem name: (field_identifier) @name) @definition.method

(source_file (const_declaration "("
  (const_spec (identifier) @name . "," @body) @definition.constant)
  (#not-eq? @name "_"))
(source_file (const_declaration "("
  (const_spec (identifier) @name value: (_)? @body) @definition.constant)
  (#not-eq? @name "_"))
(source_file
  (const_declaration (const_spec (identifier) @name . "," @body)) @definition.constant
  (#not-eq? @name "_"))
(source_file
  (const_declaration (const_spec (identifier) @name value: (_)? @body)) @definition.constant
  (#not-eq? @name "_"))
(source_file (var_declaration (var_spec_list
  (var_spec name: (identifier) @name . "," @body) @definition.variable))
  (#not-eq? @name "_"))
(source_file (var_declaration (var_spec_list
  (var_spec name: (identifier) @name value: (_)? @body) @definition.variable))
  (#not-eq? @name "_"))
(source_file
  (var_declaration (var_spec name: (identifier) @name . "," @body)) @definition.variable
  (#not-eq? @name "_"))
(source_file
  (var_declaration (var_spec name: (identifier) @name value: (_)? @body)) @definition.variable
  (#not-eq? @name "_"))

(source_file
  (package_clause (package_identifier) @_package)
  (function_declaration name: (identifier) @name) @entry
  (#eq? @_package "main") (#eq? @name "main"))

((function_declaration name: (identifier) @name
  parameters: (parameter_list . (parameter_declaration type: (pointer_type
    (qualified_type name: (type_identifier) @_type))) .)
  !result) @test.testing
  (#match? @name "^Test([^a-z]|$)") (#eq? @_type "T"))
((function_declaration name: (identifier) @name
  parameters: (parameter_list . (parameter_declaration type: (pointer_type
    (qualified_type name: (type_identifier) @_type))) .)
  !result) @test.benchmark
  (#match? @name "^Benchmark([^a-z]|$)") (#eq? @_type "B"))
((function_declaration name: (identifier) @name
  parameters: (parameter_list . (parameter_declaration type: (pointer_type
    (qualified_type name: (type_identifier) @_type))) .)
  !result) @test.testing
  (#match? @name "^Fuzz([^a-z]|$)") (#eq? @_type "F"))
((function_declaration name: (identifier) @name
  parameters: (parameter_list . "(" . ")" .)
  !result
  body: (block) @_body) @test.testing
  (#match? @name "^Example([^a-z]|$)") (#match? @_body "(?i)(//|/\\*)\\s*(unordered )?output:"))
