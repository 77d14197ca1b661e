; tree-sitter-zig 1.1 has no tags.scm.

(comment) @comment

((builtin_function (builtin_identifier) @_name (arguments . (string) .)) @import
  (#any-of? @_name "@import" "@cInclude" "@embedFile"))

(function_declaration name: (identifier) @name) @definition.function

(variable_declaration ["const" "var"] . (identifier) @name
  (struct_declaration "{" @body) .) @definition.struct
(variable_declaration ["const" "var"] . (identifier) @name
  (enum_declaration "{" @body) .) @definition.enum
(variable_declaration ["const" "var"] . (identifier) @name
  (union_declaration "{" @body) .) @definition.union
(variable_declaration ["const" "var"] . (identifier) @name
  (opaque_declaration "{" @body) .) @definition.opaque
(variable_declaration ["const" "var"] . (identifier) @name
  (error_set_declaration "{" @body) .) @definition.error_set
(variable_declaration ["const" "var"] . (identifier)
  (error_set_declaration (identifier) @name @definition.error) .)

(container_field name: (identifier) @name type: [
  (struct_declaration "{" @body) (enum_declaration "{" @body) (union_declaration "{" @body)
]) @definition.field
(container_field name: (identifier) @name "=" @body) @definition.field
((container_field name: (identifier) @name) @definition.field
  (#not-eq? @name "_"))

; What is imported for this file alone is no definition of its own, nor is what stands in a block.
([
  (source_file (variable_declaration "pub" "const" . (identifier) @name "=" @body) @definition.constant)
  (struct_declaration (variable_declaration "pub" "const" . (identifier) @name "=" @body) @definition.constant)
  (enum_declaration (variable_declaration "pub" "const" . (identifier) @name "=" @body) @definition.constant)
  (union_declaration (variable_declaration "pub" "const" . (identifier) @name "=" @body) @definition.constant)
  (opaque_declaration (variable_declaration "pub" "const" . (identifier) @name "=" @body) @definition.constant)
]
  (#not-eq? @name "_"))
([
  (source_file (variable_declaration "const" . (identifier) @name "=" @body . (_) @_value) @definition.constant)
  (struct_declaration (variable_declaration "const" . (identifier) @name "=" @body . (_) @_value) @definition.constant)
  (enum_declaration (variable_declaration "const" . (identifier) @name "=" @body . (_) @_value) @definition.constant)
  (union_declaration (variable_declaration "const" . (identifier) @name "=" @body . (_) @_value) @definition.constant)
  (opaque_declaration (variable_declaration "const" . (identifier) @name "=" @body . (_) @_value) @definition.constant)
]
  (#not-eq? @name "_") (#not-match? @_value "^@import\\("))
([
  (source_file (variable_declaration "var" . (identifier) @name "=" @body) @definition.variable)
  (struct_declaration (variable_declaration "var" . (identifier) @name "=" @body) @definition.variable)
  (enum_declaration (variable_declaration "var" . (identifier) @name "=" @body) @definition.variable)
  (union_declaration (variable_declaration "var" . (identifier) @name "=" @body) @definition.variable)
  (opaque_declaration (variable_declaration "var" . (identifier) @name "=" @body) @definition.variable)
])
([
  (source_file (variable_declaration "extern" ["const" "var"] . (identifier) @name) @definition.variable)
  (struct_declaration (variable_declaration "extern" ["const" "var"] . (identifier) @name) @definition.variable)
  (enum_declaration (variable_declaration "extern" ["const" "var"] . (identifier) @name) @definition.variable)
  (union_declaration (variable_declaration "extern" ["const" "var"] . (identifier) @name) @definition.variable)
  (opaque_declaration (variable_declaration "extern" ["const" "var"] . (identifier) @name) @definition.variable)
])

(test_declaration [(string (string_content) @name) (identifier) @name]) @scope

(source_file (function_declaration "pub" name: (identifier) @name) @entry
  (#eq? @name "main"))

(test_declaration [(string (string_content) @name) (identifier) @name]) @test.zig
