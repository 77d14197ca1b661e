; tags.scm of tree-sitter-swift 0.7 calls structures, enumerations, actors and extensions classes,
; and knows neither cases, aliases, operators nor macros. It takes what is local to functions for
; properties: those that count stand in a file or in the body of a type.

[(comment) (multiline_comment)] @comment
[(multi_line_string_literal) (raw_string_literal)] @string
(attribute) @decorator

(class_declaration declaration_kind: "class" name: (_) @name
  ":" @bases (inheritance_specifier) @base ("," (inheritance_specifier) @base)*) @definition.class
(class_declaration declaration_kind: "class" name: (_) @name) @definition.class
(class_declaration declaration_kind: "struct" name: (_) @name
  ":" @bases (inheritance_specifier) @base ("," (inheritance_specifier) @base)*) @definition.struct
(class_declaration declaration_kind: "struct" name: (_) @name) @definition.struct
(class_declaration declaration_kind: "enum" name: (_) @name
  ":" @bases (inheritance_specifier) @base ("," (inheritance_specifier) @base)*) @definition.enum
(class_declaration declaration_kind: "enum" name: (_) @name) @definition.enum
(class_declaration declaration_kind: "actor" name: (_) @name
  ":" @bases (inheritance_specifier) @base ("," (inheritance_specifier) @base)*) @definition.actor
(class_declaration declaration_kind: "actor" name: (_) @name) @definition.actor
(class_declaration declaration_kind: "extension" name: (_) @name
  ":" @bases (inheritance_specifier) @base ("," (inheritance_specifier) @base)*) @definition.extension
(class_declaration declaration_kind: "extension" name: (_) @name) @definition.extension
(protocol_declaration name: (_) @name
  ":" @bases (inheritance_specifier) @base ("," (inheritance_specifier) @base)*) @definition.protocol
(protocol_declaration name: (_) @name) @definition.protocol
(typealias_declaration name: (type_identifier) @name) @definition.type_alias
(associatedtype_declaration name: (type_identifier) @name) @definition.associated_type
(operator_declaration "operator" . (_) @name) @definition.operator
(precedence_group_declaration "precedencegroup" . (_) @name @signature) @definition.precedence_group
(macro_declaration "macro" . (_) @name definition: (_)? @body) @definition.macro

(enum_entry name: (_) @name . data_contents: (_) @signature) @definition.case
(enum_entry name: (_) @name @signature) @definition.case

(source_file (function_declaration "func" . name: _ @name) @definition.function)
[
  (class_body (function_declaration "func" . name: _ @name) @definition.method)
  (enum_class_body (function_declaration "func" . name: _ @name) @definition.method)
]
(protocol_function_declaration "func" . name: _ @name) @definition.method
(init_declaration name: _ @name) @definition.initializer
(deinit_declaration "deinit" @name) @definition.deinitializer
(subscript_declaration "subscript" @name (computed_property) @body) @definition.subscript

(source_file (property_declaration (value_binding_pattern mutability: "let")
  name: (pattern bound_identifier: (_) @name) . (type_annotation) @signature) @definition.constant)
(source_file (property_declaration (value_binding_pattern mutability: "let")
  name: (pattern bound_identifier: (_) @name @signature)) @definition.constant)
(source_file (property_declaration (value_binding_pattern mutability: "let") @type
  name: (pattern (pattern (simple_identifier) @name @signature))) @definition.constant)
(source_file (property_declaration (value_binding_pattern mutability: "var")
  name: (pattern bound_identifier: (_) @name) . (type_annotation) @signature) @definition.variable)
(source_file (property_declaration (value_binding_pattern mutability: "var")
  name: (pattern bound_identifier: (_) @name @signature)) @definition.variable)
(source_file (property_declaration (value_binding_pattern mutability: "var") @type
  name: (pattern (pattern (simple_identifier) @name @signature))) @definition.variable)
(class_body (property_declaration (value_binding_pattern)
  name: (pattern bound_identifier: (_) @name) . (type_annotation) @signature) @definition.property)
(class_body (property_declaration (value_binding_pattern)
  name: (pattern bound_identifier: (_) @name @signature)) @definition.property)
(class_body (property_declaration (value_binding_pattern) @type
  name: (pattern (pattern (simple_identifier) @name @signature))) @definition.property)
(enum_class_body (property_declaration (value_binding_pattern)
  name: (pattern bound_identifier: (_) @name) . (type_annotation) @signature) @definition.property)
(enum_class_body (property_declaration (value_binding_pattern)
  name: (pattern bound_identifier: (_) @name @signature)) @definition.property)
(enum_class_body (property_declaration (value_binding_pattern) @type
  name: (pattern (pattern (simple_identifier) @name @signature))) @definition.property)
(protocol_property_declaration name: (pattern bound_identifier: (_) @name)
  (protocol_property_requirements) @signature) @definition.property

(import_declaration (identifier) @import.module) @import

(class_declaration (modifiers (attribute (user_type (type_identifier) @_main)))
  (#any-of? @_main "main" "UIApplicationMain" "NSApplicationMain")) @entry

(class_declaration (inheritance_specifier inherits_from: (user_type) @_base)
  body: (class_body (function_declaration (modifiers)? @_modifiers
    "func" . (simple_identifier) @name . "(" . ")" . [(throws) "async"]* . (function_body)) @test.XCTest)
  (#match? @_base "TestCase$") (#match? @name "^test")
  (#not-match? @_modifiers "^([^\"]|\"[^\"]*\")*\\b(class|fileprivate|private|static)\\b"))
(function_declaration
  (modifiers (attribute (user_type (type_identifier) @_test))) "func" . (simple_identifier) @name
  (#eq? @_test "Test")) @test.Swift_Testing
