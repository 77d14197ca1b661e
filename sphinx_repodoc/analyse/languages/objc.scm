; tree-sitter-objc 3.0 comes without tags.scm. What C has too is in c.scm.

(preproc_include "#import" @import.keyword path: (_) @import.module) @import
(module_import path: (_) @import.module) @import

(class_interface . (identifier) @declarator !category
  superclass: (_) @base
  (parameterized_arguments [(type_name) @base ","]+)?) @definition.interface
(class_interface . (identifier) @declarator !category) @definition.interface
(class_implementation . (identifier) @declarator !category) @definition.implementation
(protocol_declaration . (identifier) @declarator
  (protocol_reference_list [(identifier) @base ","]+)) @definition.protocol
(protocol_declaration . (identifier) @declarator) @definition.protocol

; What stands in a category belongs to the class.
(class_interface . (identifier) @owner category: (_) @declarator @members) @definition.category
(class_implementation . (identifier) @owner category: (_) @declarator @members)
  @definition.category_implementation
(class_interface . (identifier) @name category: (_)) @scope
(class_implementation . (identifier) @name category: (_)) @scope

(method_declaration "-" @declarator) @definition.method
(method_declaration "+" @declarator) @definition.class_method
(method_definition "-" @declarator) @definition.method
(method_definition "+" @declarator) @definition.class_method

(property_declaration (struct_declaration
  (struct_declarator (_) @declarator @members))) @definition.property
(instance_variable (struct_declaration
  (struct_declarator (_) @declarator @members))) @definition.instance_variable

(implementation_definition (declaration
  declarator: (_) @declarator @members) @definition.variable)

((method_definition "-" (method_type) @_type . (identifier) @name . (compound_statement))
  @test.imported (#match? @_type "^\\(\\s*void\\s*\\)$") (#match? @name "^test."))
