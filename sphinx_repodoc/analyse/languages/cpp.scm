; tags.scm of tree-sitter-cpp 0.23 takes each declaration of a function for its definition, calls
; structs classes and enumerations types, and knows neither namespaces, members nor concepts. What
; C has too is in c.scm.

(namespace_definition name: (_) @name body: (_) @body) @definition.namespace
(namespace_alias_definition name: (_) @name) @definition.namespace_alias

(class_specifier name: (_) @name (base_class_clause [
  (access_specifier) "," "virtual" "..."
  (type_identifier) @base
  (qualified_identifier) @base
  (template_type) @base
]+) @bases body: (_) @body) @definition.class
(class_specifier name: (_) @name body: (_) @body) @definition.class
(struct_specifier name: (_) @name (base_class_clause [
  (access_specifier) "," "virtual" "..."
  (type_identifier) @base
  (qualified_identifier) @base
  (template_type) @base
]+) @bases body: (_) @body) @definition.struct
(field_declaration type: (class_specifier !name body: (_) @members)
  . declarator: (_) @declarator) @definition.member

(concept_definition name: (_) @name (_) @body) @definition.concept
(alias_declaration name: (_) @name) @definition.type_alias

(friend_declaration (function_definition declarator: (_) @declarator) @definition.friend_function)
(field_declaration_list (declaration
  declarator: (_) @declarator @members) @definition.variable)
(template_declaration (declaration declarator: (_) @declarator @members) @definition.variable)

(template_declaration (_) @wrapped) @wrapper
(friend_declaration (_) @wrapped) @wrapper

(raw_string_literal) @string

((declaration type: (type_identifier) @import.keyword declarator: (_) @import.module) @import
  (#eq? @import.keyword "import"))

((function_definition
  declarator: (function_declarator declarator: (identifier) @_macro
    parameters: (parameter_list
      . (parameter_declaration type: (_) @name)
      . (parameter_declaration type: (_) @name) .))) @test.googletest
  (#any-of? @_macro "TEST" "TEST_F" "TEST_P" "TYPED_TEST" "TYPED_TEST_P"))
((expression_statement (call_expression function: (identifier) @_macro
    arguments: [
      (argument_list . (string_literal (string_content) @name))
      (argument_list . (identifier) . (string_literal (string_content) @name))
    ]))
  . (compound_statement) @test.imported
  (#any-of? @_macro "TEST_CASE" "TEST_CASE_METHOD" "TEST_CASE_FIXTURE" "SCENARIO"
    "SCENARIO_METHOD" "TEMPLATE_TEST_CASE" "TEST_CASE_TEMPLATE"))

; A module that Python imports: of pybind11, nanobind and Boost.
((function_definition
  declarator: (function_declarator declarator: (identifier) @_macro
    parameters: (parameter_list . (parameter_declaration type: (_) @name) @signature))
  body: (_) @body) @definition.Python_module
  (#any-of? @_macro "PYBIND11_MODULE" "NB_MODULE" "BOOST_PYTHON_MODULE"))
