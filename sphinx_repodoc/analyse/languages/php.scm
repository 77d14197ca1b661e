; tags.scm of tree-sitter-php 0.25 calls traits interfaces and methods functions, and knows neither
; enumerations, constants, promoted properties nor imports.

(comment) @comment
[(string) (encapsed_string) (heredoc) (nowdoc)] @string
(attribute_list) @decorator

(namespace_definition name: (namespace_name) @declarator
  body: (_) @body) @definition.namespace
(namespace_definition name: (namespace_name) @declarator
  !body) @definition.namespace

(class_declaration name: (_) @name
  (base_clause (_) @base)? @bases
  (class_interface_clause (_) @base ("," (_) @base)*)? @bases
  body: (_) @body) @definition.class
(interface_declaration name: (_) @name
  (base_clause (_) @base ("," (_) @base)*)? @bases
  body: (_) @body) @definition.interface
(trait_declaration name: (_) @name body: (_) @body) @definition.trait
(enum_declaration name: (_) @name
  (class_interface_clause (_) @base ("," (_) @base)*)? @bases
  body: (_) @body) @definition.enum
(enum_case name: (_) @name) @definition.case

(function_definition name: (_) @name body: (_) @body) @definition.function
(method_declaration name: (_) @name body: (_)? @body
  (#eq? @name "__construct")) @definition.constructor
(method_declaration name: (_) @name body: (_)? @body) @definition.method

(const_declaration (const_element) @inner) @outer
(const_element . (name) @name (_) @body) @definition.constant
(function_call_expression function: (name) @_define @type
  arguments: (arguments . (argument [
    (string . (string_content) .)
    (encapsed_string . (string_content) .)
  ] @name @signature))
  (#eq? @_define "define")) @definition.constant

(property_declaration (property_element) @inner) @outer
(property_element name: (variable_name (name) @name) @signature) @definition.property
(method_declaration parameters: (formal_parameters (property_promotion_parameter
  name: (variable_name (name) @name)) @definition.property)) @outside

; Imports: read by `read_import`.

(namespace_use_declaration) @import
[
  (require_expression) (require_once_expression)
  (include_expression) (include_once_expression)
] @import

[(if_statement) (try_statement) (switch_statement) (conditional_expression)] @condition
[(anonymous_function) (arrow_function)] @closure

; Tests of PHPUnit and Pest.

(class_declaration (base_clause (_) @_case) body: (declaration_list
  (method_declaration (visibility_modifier "public") name: (name) @name) @test.PHPUnit)
  (#match? @_case "Test(Case)?$") (#match? @name "^test"))
(class_declaration (base_clause (_) @_case) body: (declaration_list
  (method_declaration . name: (name) @name) @test.PHPUnit)
  (#match? @_case "Test(Case)?$") (#match? @name "^test"))
(declaration_list (method_declaration
  attributes: (attribute_list (attribute_group (attribute (_) @_test)))
  name: (name) @name) @test.PHPUnit
  (#match? @_test "(^|\\\\)Test$"))
(declaration_list
  (comment) @_test . (method_declaration name: (name) @name) @test.PHPUnit
  (#match? @_test "@test[ \t\r\n*]"))
(expression_statement (function_call_expression function: (name) @_test
  arguments: (arguments . (argument [(string) (encapsed_string)] @name)
    (argument [(anonymous_function) (arrow_function)]))) @test.Pest
  (#any-of? @_test "it" "test"))
