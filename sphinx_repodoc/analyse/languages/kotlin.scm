; tree-sitter-kotlin 1.1 has no tags.scm. Variables and functions within functions are left out:
; those that count stand in a file or in the body of a class. That grammar takes the body of a class
; that ends with a delegation for a lambda, and an annotation class without one for an expression.

[(line_comment) (block_comment)] @comment
(multiline_string_literal) @string
(annotation) @decorator

(package_header (qualified_identifier) @name) @definition.package

(companion_object name: (identifier) @name
  (delegation_specifiers
    (delegation_specifier [(explicit_delegation . (_) @base) (_) @base])
    ("," (delegation_specifier [(explicit_delegation . (_) @base) (_) @base]))*) @bases
  ) @definition.companion_object
(companion_object name: (identifier) @name (class_body)? @body) @definition.companion_object
(object_declaration name: (identifier) @name
  (delegation_specifiers
    (delegation_specifier [(explicit_delegation . (_) @base) (_) @base])
    ("," (delegation_specifier [(explicit_delegation . (_) @base) (_) @base]))*) @bases
  ) @definition.object
(object_declaration name: (identifier) @name
  (class_body)? @body) @definition.object

(class_declaration (modifiers (class_modifier "enum")) name: (identifier) @name
  (delegation_specifiers
    (delegation_specifier [(explicit_delegation . (_) @base) (_) @base])
    ("," (delegation_specifier [(explicit_delegation . (_) @base) (_) @base]))*) @bases
  ) @definition.enum_class
(class_declaration (modifiers (class_modifier "enum")) name: (identifier) @name
  (enum_class_body)? @body) @definition.enum_class
(class_declaration (modifiers (class_modifier "annotation")) name: (identifier) @name
  (class_body)? @body) @definition.annotation_class
(infix_expression . (identifier) @_annotation . (identifier) @_class . (identifier) @name
  (#eq? @_annotation "annotation") (#eq? @_class "class")) @definition.annotation_class
(class_declaration "interface" name: (identifier) @name
  (delegation_specifiers
    (delegation_specifier [(explicit_delegation . (_) @base) (_) @base])
    ("," (delegation_specifier [(explicit_delegation . (_) @base) (_) @base]))*) @bases
  ) @definition.interface
(class_declaration "interface" name: (identifier) @name
  (class_body)? @body) @definition.interface
(class_declaration name: (identifier) @name
  (delegation_specifiers
    (delegation_specifier [(explicit_delegation . (_) @base) (_) @base])
    ("," (delegation_specifier [(explicit_delegation . (_) @base) (_) @base]))*) @bases
  ) @definition.class
(class_declaration name: (identifier) @name
  (class_body)? @body) @definition.class

(enum_entry . (modifiers)? . (identifier) @name (class_body)? @body) @definition.enum_entry
(type_alias type: (identifier) @name) @definition.type_alias

(secondary_constructor "constructor" @name (block)? @body) @definition.constructor

[
  (source_file (function_declaration name: (identifier) @name
    (function_body)? @body) @definition.function)
  (class_body (function_declaration name: (identifier) @name
    (function_body)? @body) @definition.function)
  (enum_class_body (function_declaration name: (identifier) @name
    (function_body)? @body) @definition.function)
  (ERROR (function_declaration name: (identifier) @name
    (function_body)? @body) @definition.function)
  (explicit_delegation (call_expression (annotated_lambda (lambda_literal (function_declaration name: (identifier) @name
    (function_body)? @body) @definition.function))))
]

[
  (source_file (property_declaration
    (variable_declaration . (annotation)* . (identifier) @name) @signature) @definition.property)
  (class_body (property_declaration
    (variable_declaration . (annotation)* . (identifier) @name) @signature) @definition.property)
  (enum_class_body (property_declaration
    (variable_declaration . (annotation)* . (identifier) @name) @signature) @definition.property)
  (explicit_delegation (call_expression (annotated_lambda (lambda_literal (property_declaration
    (variable_declaration . (annotation)* . (identifier) @name) @signature) @definition.property))))
]
[
  (source_file (property_declaration ["val" "var"] @type (multi_variable_declaration
    (variable_declaration (identifier) @name) @signature)) @definition.property)
  (class_body (property_declaration ["val" "var"] @type (multi_variable_declaration
    (variable_declaration (identifier) @name) @signature)) @definition.property)
  (enum_class_body (property_declaration ["val" "var"] @type (multi_variable_declaration
    (variable_declaration (identifier) @name) @signature)) @definition.property)
]
(class_parameter ["val" "var"] . (identifier) @name . ":" . (_) @signature) @definition.property

(import "import" (qualified_identifier) @import.module ["*" "as"]) @import
(import (qualified_identifier) @import.module . "." "*" @import.name) @import
(import (qualified_identifier) @import.module "as" (identifier) @import.alias) @import
(import (qualified_identifier) @import.module .) @import

(source_file (function_declaration name: (identifier) @_name
  (function_value_parameters) @_parameters) @entry
  (#eq? @_name "main")
  (#match? @_parameters "^\\(\\s*(\\w+\\s*:\\s*Array\\s*<\\s*String\\s*>|vararg \\w+\\s*:\\s*String)?\\s*,?\\s*\\)$"))

(function_declaration (modifiers (annotation [
    (user_type (identifier) @_test)
    (constructor_invocation (user_type (identifier) @_test))
  ])) name: (identifier) @name
  (#any-of? @_test "Test" "ParameterizedTest" "RepeatedTest" "TestFactory" "TestTemplate")
  ) @test.imported
