; tags.scm of tree-sitter-scala 0.26 calls traits interfaces, givens variables and cases of
; enumerations classes, and takes what is local to functions and blocks for members: those that
; count stand in a file, a template or an extension.

[(comment) (block_comment)] @comment
[(string) (interpolated_string)] @string
(annotation) @decorator

(package_clause name: (_) @name body: (_) @body) @definition.package
(package_clause name: (_) @name) @definition.package
(package_object name: (_) @name) @definition.package_object

(class_definition "case" name: (_) @name
  extend: (extends_clause
    type: (_) @base (["with" ","] type: (_) @base)*) @bases) @definition.case_class
(class_definition "case" name: (_) @name) @definition.case_class
(class_definition name: (_) @name
  extend: (extends_clause
    type: (_) @base (["with" ","] type: (_) @base)*) @bases) @definition.class
(class_definition name: (_) @name) @definition.class
(object_definition "case" name: (_) @name
  extend: (extends_clause
    type: (_) @base (["with" ","] type: (_) @base)*) @bases) @definition.case_object
(object_definition "case" name: (_) @name) @definition.case_object
(object_definition name: (_) @name
  extend: (extends_clause
    type: (_) @base (["with" ","] type: (_) @base)*) @bases) @definition.object
(object_definition name: (_) @name) @definition.object
(trait_definition name: (_) @name
  extend: (extends_clause
    type: (_) @base (["with" ","] type: (_) @base)*) @bases) @definition.trait
(trait_definition name: (_) @name) @definition.trait
(enum_definition name: (_) @name
  extend: (extends_clause
    type: (_) @base (["with" ","] type: (_) @base)*) @bases) @definition.enum
(enum_definition name: (_) @name) @definition.enum
(simple_enum_case name: (_) @name
  extend: (extends_clause type: (_) @base)? @bases) @definition.enum_case
(full_enum_case name: (_) @name
  extend: (extends_clause type: (_) @base)? @bases) @definition.enum_case

(class_definition "case" name: (_) . type_parameters: (_)? . class_parameters: (class_parameters
  (class_parameter !default_value name: (_) @name) @definition.val))
(class_definition "case" name: (_) . type_parameters: (_)? . class_parameters: (class_parameters
  (class_parameter name: (_) @name type: (_) @signature) @definition.val))
(full_enum_case class_parameters: (class_parameters
  (class_parameter name: (_) @name type: (_) @signature) @definition.val))
(class_parameter "val" name: (_) @name type: (_) @signature) @definition.val
(class_parameter "var" name: (_) @name type: (_) @signature) @definition.var

[
  (compilation_unit (function_definition name: (identifier) @name (#eq? @name "this")) @definition.constructor)
  (template_body (function_definition name: (identifier) @name (#eq? @name "this")) @definition.constructor)
  (with_template_body (function_definition name: (identifier) @name (#eq? @name "this")) @definition.constructor)
  (enum_body (function_definition name: (identifier) @name (#eq? @name "this")) @definition.constructor)
  (extension_definition (function_definition name: (identifier) @name (#eq? @name "this")) @definition.constructor)
]
[
  (compilation_unit (function_definition name: (_) @name) @definition.method)
  (template_body (function_definition name: (_) @name) @definition.method)
  (with_template_body (function_definition name: (_) @name) @definition.method)
  (enum_body (function_definition name: (_) @name) @definition.method)
  (extension_definition (function_definition name: (_) @name) @definition.method)
]
[
  (compilation_unit (function_declaration name: (_) @name) @definition.method)
  (template_body (function_declaration name: (_) @name) @definition.method)
  (with_template_body (function_declaration name: (_) @name) @definition.method)
  (enum_body (function_declaration name: (_) @name) @definition.method)
  (extension_definition (function_declaration name: (_) @name) @definition.method)
]
[
  (compilation_unit (type_definition name: (_) @name) @definition.type)
  (template_body (type_definition name: (_) @name) @definition.type)
  (with_template_body (type_definition name: (_) @name) @definition.type)
  (enum_body (type_definition name: (_) @name) @definition.type)
  (extension_definition (type_definition name: (_) @name) @definition.type)
]
[
  (compilation_unit (given_definition name: (_) @name) @definition.given)
  (template_body (given_definition name: (_) @name) @definition.given)
  (with_template_body (given_definition name: (_) @name) @definition.given)
  (enum_body (given_definition name: (_) @name) @definition.given)
  (extension_definition (given_definition name: (_) @name) @definition.given)
]
[
  (compilation_unit (given_definition "given" . return_type: (_) @name) @definition.given)
  (template_body (given_definition "given" . return_type: (_) @name) @definition.given)
  (with_template_body (given_definition "given" . return_type: (_) @name) @definition.given)
  (enum_body (given_definition "given" . return_type: (_) @name) @definition.given)
  (extension_definition (given_definition "given" . return_type: (_) @name) @definition.given)
]

[
  (compilation_unit (val_definition pattern: (identifier) @name value: (_) @body) @definition.val)
  (template_body (val_definition pattern: (identifier) @name value: (_) @body) @definition.val)
  (with_template_body (val_definition pattern: (identifier) @name value: (_) @body) @definition.val)
  (enum_body (val_definition pattern: (identifier) @name value: (_) @body) @definition.val)
  (extension_definition (val_definition pattern: (identifier) @name value: (_) @body) @definition.val)
]
[
  (compilation_unit (val_definition pattern: (operator_identifier) @name value: (_) @body) @definition.val)
  (template_body (val_definition pattern: (operator_identifier) @name value: (_) @body) @definition.val)
  (with_template_body (val_definition pattern: (operator_identifier) @name value: (_) @body) @definition.val)
  (enum_body (val_definition pattern: (operator_identifier) @name value: (_) @body) @definition.val)
  (extension_definition (val_definition pattern: (operator_identifier) @name value: (_) @body) @definition.val)
]
[
  (compilation_unit (val_definition "val" @type pattern: [(identifiers (identifier) @name @signature)
    (tuple_pattern (identifier) @name @signature)]) @definition.val)
  (template_body (val_definition "val" @type pattern: [(identifiers (identifier) @name @signature)
    (tuple_pattern (identifier) @name @signature)]) @definition.val)
  (with_template_body (val_definition "val" @type pattern: [(identifiers (identifier) @name @signature)
    (tuple_pattern (identifier) @name @signature)]) @definition.val)
  (enum_body (val_definition "val" @type pattern: [(identifiers (identifier) @name @signature)
    (tuple_pattern (identifier) @name @signature)]) @definition.val)
  (extension_definition (val_definition "val" @type pattern: [(identifiers (identifier) @name @signature)
    (tuple_pattern (identifier) @name @signature)]) @definition.val)
]
[
  (compilation_unit (val_declaration name: (_) @name) @definition.val)
  (template_body (val_declaration name: (_) @name) @definition.val)
  (with_template_body (val_declaration name: (_) @name) @definition.val)
  (enum_body (val_declaration name: (_) @name) @definition.val)
  (extension_definition (val_declaration name: (_) @name) @definition.val)
]
[
  (compilation_unit (var_definition pattern: (identifier) @name value: (_) @body) @definition.var)
  (template_body (var_definition pattern: (identifier) @name value: (_) @body) @definition.var)
  (with_template_body (var_definition pattern: (identifier) @name value: (_) @body) @definition.var)
  (enum_body (var_definition pattern: (identifier) @name value: (_) @body) @definition.var)
  (extension_definition (var_definition pattern: (identifier) @name value: (_) @body) @definition.var)
]
[
  (compilation_unit (var_definition pattern: (operator_identifier) @name value: (_) @body) @definition.var)
  (template_body (var_definition pattern: (operator_identifier) @name value: (_) @body) @definition.var)
  (with_template_body (var_definition pattern: (operator_identifier) @name value: (_) @body) @definition.var)
  (enum_body (var_definition pattern: (operator_identifier) @name value: (_) @body) @definition.var)
  (extension_definition (var_definition pattern: (operator_identifier) @name value: (_) @body) @definition.var)
]
[
  (compilation_unit (var_definition "var" @type pattern: [(identifiers (identifier) @name @signature)
    (tuple_pattern (identifier) @name @signature)]) @definition.var)
  (template_body (var_definition "var" @type pattern: [(identifiers (identifier) @name @signature)
    (tuple_pattern (identifier) @name @signature)]) @definition.var)
  (with_template_body (var_definition "var" @type pattern: [(identifiers (identifier) @name @signature)
    (tuple_pattern (identifier) @name @signature)]) @definition.var)
  (enum_body (var_definition "var" @type pattern: [(identifiers (identifier) @name @signature)
    (tuple_pattern (identifier) @name @signature)]) @definition.var)
  (extension_definition (var_definition "var" @type pattern: [(identifiers (identifier) @name @signature)
    (tuple_pattern (identifier) @name @signature)]) @definition.var)
]
[
  (compilation_unit (var_declaration name: (_) @name) @definition.var)
  (template_body (var_declaration name: (_) @name) @definition.var)
  (with_template_body (var_declaration name: (_) @name) @definition.var)
  (enum_body (var_declaration name: (_) @name) @definition.var)
  (extension_definition (var_declaration name: (_) @name) @definition.var)
]

(import_declaration) @import

(function_definition (annotation name: (_) @_main) (#eq? @_main "main")) @entry
(object_definition extend: (extends_clause (type_identifier) @_app) (#eq? @_app "App")) @entry
(object_definition body: (template_body (function_definition name: (identifier) @_main
  parameters: (parameters . (parameter type: (_) @_type) .)) @entry)
  (#eq? @_main "main") (#match? @_type "^Array *\\[ *String *\\]$"))

(function_definition (annotation name: (_) @_test) name: (_) @name
  (#eq? @_test "Test")) @test.JUnit
(call_expression function: (call_expression function: (identifier) @_test
  arguments: (arguments . (string) @name)) arguments: (_)
  (#any-of? @_test "test" "it")) @test.imported
(template_body (infix_expression
  left: (infix_expression left: (string) @name operator: (identifier) @_should
    right: (string) @name)
  operator: (identifier) @_in
  (#any-of? @_should "should" "must" "can") (#eq? @_in "in")) @test.imported)
