; What TypeScript has beyond JavaScript; see ecmascript.scm. tags.scm of tree-sitter-typescript 0.23
; has neither enumerations, type aliases nor properties, and takes members of every object type for
; methods.

(export_statement decorator: (decorator) declaration: (_) @inner) @outer
(ambient_declaration (_) @inner) @outer

(class_declaration name: (_) @name (class_heritage
  (extends_clause value: (_) @base)? (implements_clause (_) @base ("," (_) @base)*)?)? @bases body: (_) @body)
  @definition.class
(abstract_class_declaration name: (_) @name (class_heritage
  (extends_clause value: (_) @base)? (implements_clause (_) @base ("," (_) @base)*)?)? @bases body: (_) @body)
  @definition.class
(variable_declarator name: (identifier) @name value: (class (class_heritage
  (extends_clause value: (_) @base)? (implements_clause (_) @base ("," (_) @base)*)?)? @bases
  body: (_) @body)) @definition.class
(export_statement "default" @name value: (class !name (class_heritage
  (extends_clause value: (_) @base)? (implements_clause (_) @base ("," (_) @base)*)?)? @bases
  body: (_) @body)) @definition.class

(interface_declaration name: (_) @name (extends_type_clause (_) @base ("," (_) @base)*)? @bases body: (_) @body)
  @definition.interface
(type_alias_declaration name: (_) @name value: (_)) @definition.type_alias
(enum_declaration name: (_) @name body: (_) @body) @definition.enum
(enum_body name: (_) @name @definition.enum_member)
(enum_assignment name: (_) @name) @definition.enum_member
(internal_module name: (_) @name body: (_)? @body) @definition.namespace
(module name: (string) @name body: (_)? @body) @definition.module
(module name: [(identifier) (nested_identifier)] @name body: (_)? @body) @definition.namespace

(function_signature name: (_) @name) @definition.function

(interface_body (property_signature name: (_) @name) @definition.property)
(interface_body (method_signature "get" name: (_) @name) @definition.getter)
(interface_body (method_signature "set" name: (_) @name) @definition.setter)
(interface_body (method_signature name: (_) @name) @definition.method)

(public_field_definition name: (_) @name value: [
  (arrow_function body: (_) @body)
  (function_expression body: (_) @body)
]) @definition.property
(public_field_definition name: (_) @name value: (_)? @body) @definition.property
(class_body (method_signature name: (_) @name @_c (#eq? @_c "constructor"))
  @definition.constructor)
(class_body (method_signature name: (_) @name) @definition.method)
(class_body (abstract_method_signature "get" name: (_) @name) @definition.getter)
(class_body (abstract_method_signature "set" name: (_) @name) @definition.setter)
(class_body (abstract_method_signature name: (_) @name) @definition.method)
(method_definition parameters: (formal_parameters [
  (required_parameter (accessibility_modifier) pattern: (identifier) @name)
  (optional_parameter (accessibility_modifier) pattern: (identifier) @name)
  (required_parameter "readonly" pattern: (identifier) @name)
  (optional_parameter "readonly" pattern: (identifier) @name)
] @definition.property)) @outside

(ambient_declaration (variable_declaration
  (variable_declarator name: (identifier) @name) @definition.variable))
(ambient_declaration (lexical_declaration kind: "let"
  (variable_declarator name: (identifier) @name) @definition.variable))
(ambient_declaration (lexical_declaration kind: "const"
  (variable_declarator name: (identifier) @name) @definition.constant))

; Variables of namespaces.

(internal_module body: (statement_block (lexical_declaration kind: "const"
  (variable_declarator name: (identifier) @name value: (_)? @body) @definition.constant)))
(internal_module body: (statement_block (export_statement declaration: (lexical_declaration kind: "const"
  (variable_declarator name: (identifier) @name value: (_)? @body) @definition.constant))))
(internal_module body: (statement_block (lexical_declaration kind: "let"
  (variable_declarator name: (identifier) @name value: (_)? @body) @definition.variable)))
(internal_module body: (statement_block (export_statement declaration: (lexical_declaration kind: "let"
  (variable_declarator name: (identifier) @name value: (_)? @body) @definition.variable))))
(internal_module body: (statement_block (variable_declaration
  (variable_declarator name: (identifier) @name value: (_)? @body) @definition.variable)))
(internal_module body: (statement_block (export_statement declaration: (variable_declaration
  (variable_declarator name: (identifier) @name value: (_)? @body) @definition.variable))))
(module body: (statement_block (lexical_declaration kind: "const"
  (variable_declarator name: (identifier) @name value: (_)? @body) @definition.constant)))
(module body: (statement_block (export_statement declaration: (lexical_declaration kind: "const"
  (variable_declarator name: (identifier) @name value: (_)? @body) @definition.constant))))
(module body: (statement_block (lexical_declaration kind: "let"
  (variable_declarator name: (identifier) @name value: (_)? @body) @definition.variable)))
(module body: (statement_block (export_statement declaration: (lexical_declaration kind: "let"
  (variable_declarator name: (identifier) @name value: (_)? @body) @definition.variable))))
(module body: (statement_block (variable_declaration
  (variable_declarator name: (identifier) @name value: (_)? @body) @definition.variable)))
(module body: (statement_block (export_statement declaration: (variable_declaration
  (variable_declarator name: (identifier) @name value: (_)? @body) @definition.variable))))

(program (export_statement declaration: (ambient_declaration (_ name: (_) @name))) @export.export)
(program (export_statement declaration: (ambient_declaration
  (_ (variable_declarator name: (identifier) @name)))) @export.export)
(program (export_statement "=" (identifier) @name) @export.export)
(program (export_statement !source (export_clause (export_specifier name: (_) @name alias: (_) @_default
  (#eq? @_default "default")))) @export.export)
(program (export_statement (export_clause (export_specifier alias: (_) @name
  (#eq? @name "default"))) source: (_)) @export.export)
