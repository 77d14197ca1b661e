; tags.scm of tree-sitter-c 0.24 takes each declaration of a function for its definition, calls
; structs classes and enumerations types, and knows neither macros, members nor variables.

(comment) @comment

(preproc_include path: (_) @import.module) @import

(preproc_def name: (identifier) @name value: (_)? @body) @definition.macro
(preproc_function_def name: (identifier) @name
  parameters: (_) @signature) @definition.macro

(function_definition
  declarator: [
    (function_declarator declarator: (identifier) @name)
    (pointer_declarator declarator: (function_declarator declarator: (identifier) @name))
    (pointer_declarator declarator: (pointer_declarator
      declarator: (function_declarator declarator: (identifier) @name)))
  ]
  body: (_) @body) @definition.function

(struct_specifier name: (type_identifier) @name body: (_) @body) @definition.struct
(union_specifier name: (type_identifier) @name body: (_) @body) @definition.union
(enum_specifier name: (type_identifier) @name body: (_) @body) @definition.enum
(enumerator name: (identifier) @name value: (_)? @body) @definition.enumerator
(field_declaration type: (_) @type
  declarator: (field_identifier) @name @definition.member)

(type_definition declarator: (type_identifier) @name) @definition.typedef

((function_definition declarator: (function_declarator declarator: (identifier) @name)) @entry
  (#eq? @name "main"))
