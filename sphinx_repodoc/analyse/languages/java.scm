; tags.scm of tree-sitter-java 0.23 knows classes, interfaces and methods alone: neither enums,
; records, annotation types, constructors nor fields.

[(line_comment) (block_comment)] @comment
(string_literal (multiline_string_fragment)) @string
[(marker_annotation) (annotation)] @decorator

(package_declaration [(identifier) (scoped_identifier)] @name) @definition.package
(module_declaration name: (_) @name body: (_) @body) @definition.module

(class_declaration name: (identifier) @name
  superclass: (superclass (_) @base)? @bases
  interfaces: (super_interfaces (type_list (_) @base ("," (_) @base)*))? @bases
  body: (_) @body) @definition.class
(interface_declaration name: (identifier) @name
  (extends_interfaces (type_list (_) @base ("," (_) @base)*))? @bases
  body: (_) @body) @definition.interface
(record_declaration name: (identifier) @name
  interfaces: (super_interfaces (type_list (_) @base ("," (_) @base)*))? @bases
  body: (_) @body) @definition.record
(enum_declaration name: (identifier) @name
  interfaces: (super_interfaces (type_list (_) @base ("," (_) @base)*))? @bases
  body: (_) @body) @definition.enum
(annotation_type_declaration name: (identifier) @name
  body: (_) @body) @definition.annotation_type

(record_declaration parameters: (formal_parameters [
  (formal_parameter name: (identifier) @name)
  (spread_parameter (variable_declarator name: (identifier) @name))
] @definition.component))
(enum_constant name: (identifier) @name) @definition.enum_constant
(annotation_type_element_declaration name: (identifier) @name) @definition.element

(constructor_declaration name: (identifier) @name body: (_) @body) @definition.constructor
(compact_constructor_declaration name: (identifier) @name body: (_) @body) @definition.constructor
(method_declaration name: (identifier) @name) @definition.method

(field_declaration declarator: (variable_declarator
  name: (identifier) @name dimensions: (_) @signature)) @definition.field
(field_declaration declarator: (variable_declarator
  name: (identifier) @name @signature)) @definition.field
(constant_declaration declarator: (variable_declarator
  name: (identifier) @name dimensions: (_) @signature)) @definition.constant
(constant_declaration declarator: (variable_declarator
  name: (identifier) @name @signature)) @definition.constant
(program (local_variable_declaration declarator: (variable_declarator
  name: (identifier) @name @signature)) @definition.field)

(import_declaration [(identifier) (scoped_identifier)] @import.module .) @import
(import_declaration [(identifier) (scoped_identifier)] @import.module
  (asterisk) @import.name) @import
(requires_module_directive "requires" @import.keyword module: (_) @import.module) @import

(program (method_declaration (modifiers)? @_modifiers
  name: (identifier) @_name parameters: (_) @_parameters) @entry
  (#eq? @_name "main")
  (#not-match? @_modifiers "private")
  (#match? @_parameters "^\\((final )?(String( *\\[\\]|\\.\\.\\.) *\\w+|String \\w+ *\\[\\])?\\)$"))
(program (_ body: (_ (method_declaration (modifiers)? @_modifiers
  name: (identifier) @_name parameters: (_) @_parameters) @entry))
  (#eq? @_name "main")
  (#not-match? @_modifiers "private")
  (#match? @_parameters "^\\((final )?(String( *\\[\\]|\\.\\.\\.) *\\w+|String \\w+ *\\[\\])?\\)$"))
(program (_ body: (_ (enum_body_declarations (method_declaration (modifiers)? @_modifiers
  name: (identifier) @_name parameters: (_) @_parameters) @entry)))
  (#eq? @_name "main")
  (#not-match? @_modifiers "private")
  (#match? @_parameters "^\\((final )?(String( *\\[\\]|\\.\\.\\.) *\\w+|String \\w+ *\\[\\])?\\)$"))

(method_declaration (modifiers [(marker_annotation name: (_) @_test) (annotation name: (_) @_test)])
  name: (identifier) @name
  (#any-of? @_test "Test" "ParameterizedTest" "RepeatedTest" "TestFactory" "TestTemplate")
  ) @test.imported
