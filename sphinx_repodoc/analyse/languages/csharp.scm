; tags.scm of tree-sitter-c-sharp 0.23 is not in its wheel; it knows neither structs, records,
; enumerations, constructors, properties, events, fields nor operators.

(comment) @comment
[
  (verbatim_string_literal) (raw_string_literal) (interpolated_string_expression)
] @string
[(attribute_list) (preproc_if_in_attribute_list)] @decorator

(namespace_declaration name: (_) @name body: (_) @body) @definition.namespace
(compilation_unit
  (file_scoped_namespace_declaration name: (_) @name) @definition.namespace) @members

(class_declaration name: (identifier) @name
  (base_list ":" (_) @base ("," (_) @base)*) @bases) @definition.class
(class_declaration name: (identifier) @name) @definition.class
(struct_declaration name: (identifier) @name
  (base_list ":" (_) @base ("," (_) @base)*) @bases) @definition.struct
(struct_declaration name: (identifier) @name) @definition.struct
(record_declaration "struct" name: (identifier) @name
  (base_list ":" (_) @base ("," (_) @base)*) @bases) @definition.record_struct
(record_declaration "struct" name: (identifier) @name) @definition.record_struct
(record_declaration name: (identifier) @name
  (base_list ":" (_) @base ("," (_) @base)*) @bases) @definition.record
(record_declaration name: (identifier) @name) @definition.record
(interface_declaration name: (identifier) @name
  (base_list ":" (_) @base ("," (_) @base)*) @bases) @definition.interface
(interface_declaration name: (identifier) @name) @definition.interface
(enum_declaration name: (identifier) @name
  (base_list ":" (_) @base)? @bases) @definition.enum
(enum_member_declaration name: (identifier) @name value: (_)? @body) @definition.enum_member
(delegate_declaration name: (identifier) @name) @definition.delegate

(constructor_declaration name: (identifier) @name) @definition.constructor
(destructor_declaration name: (identifier) @name) @definition.finalizer
(method_declaration name: (identifier) @name) @definition.method
(operator_declaration "operator" operator: _ @name) @definition.operator
(conversion_operator_declaration type: (_) @name) @definition.conversion_operator

(record_declaration (parameter_list (parameter name: (identifier) @name) @definition.property))
(property_declaration name: (identifier) @name
  accessors: (_)? @body value: (_)? @body) @definition.property
(indexer_declaration "this" @name
  accessors: (_)? @body value: (_)? @body) @definition.indexer
(event_declaration name: (identifier) @name accessors: (_)? @body) @definition.event
(event_field_declaration (variable_declaration
  (variable_declarator name: (identifier) @name @signature))) @definition.event

(field_declaration (modifier) @_modifier (variable_declaration
  (variable_declarator name: (identifier) @name @signature))
  (#eq? @_modifier "const")) @definition.constant
(field_declaration (variable_declaration
  (variable_declarator name: (identifier) @name
    (bracketed_argument_list) @signature))) @definition.field
(field_declaration (variable_declaration
  (variable_declarator name: (identifier) @name @signature))) @definition.field

(using_directive "using" @import.keyword name: (_) @import.alias (_) @import.module .) @import
(using_directive "using" @import.keyword !name (_) @import.module .) @import
(preproc_if) @condition

(compilation_unit (global_statement) @entry)
((method_declaration (modifier) @_modifier name: (identifier) @_name) @entry
  (#eq? @_name "Main") (#eq? @_modifier "static"))

(method_declaration (attribute_list (attribute name: (identifier) @_test)) name: (identifier) @name
  (#eq? @_test "Fact")) @test.xUnit
(method_declaration
  (attribute_list (attribute name: (identifier) @_test))
  (attribute_list (attribute name: (identifier) @_given)) name: (identifier) @name
  (#eq? @_test "Theory") (#any-of? @_given "InlineData" "MemberData" "ClassData")) @test.xUnit
(method_declaration (attribute_list (attribute name: (identifier) @_test)) name: (identifier) @name
  (#any-of? @_test "TestCase" "TestCaseSource")) @test.NUnit
(method_declaration (attribute_list (attribute name: (identifier) @_test)) name: (identifier) @name
  (#any-of? @_test "TestMethod" "DataTestMethod")) @test.MSTest
(method_declaration (attribute_list (attribute name: (identifier) @_test)) name: (identifier) @name
  (#eq? @_test "Test")) @test.imported
