; Where a name is bound other than by an import or a definition. More is taken than binds: what
; may be bound to something else is not known to be what was imported.

(assignment left: (identifier) @name)
(augmented_assignment left: (identifier) @name)
(named_expression name: (identifier) @name)
(pattern_list (identifier) @name)
(tuple_pattern (identifier) @name)
(list_pattern (identifier) @name)
(list_splat_pattern (identifier) @name)
(for_statement left: (identifier) @name)
(for_in_clause left: (identifier) @name)
(as_pattern_target (identifier) @name)
(as_pattern_target [(tuple (identifier) @name) (list (identifier) @name)])
(as_pattern (case_pattern) (identifier) @name)
(delete_statement (identifier) @name)
(delete_statement (expression_list (identifier) @name))
(type_alias_statement left: (type . (identifier) @name))
(type_alias_statement left: (type (generic_type . (identifier) @name)))

(case_pattern (dotted_name . (identifier) @name .))
(dict_pattern value: (case_pattern (dotted_name . (identifier) @name .)))
(splat_pattern (identifier) @name)

(parameters (identifier) @parameter)
(parameters [
  (typed_parameter . (identifier) @parameter)
  (default_parameter name: (identifier) @parameter)
  (typed_default_parameter name: (identifier) @parameter)
  (list_splat_pattern (identifier) @parameter)
  (dictionary_splat_pattern (identifier) @parameter)
  (typed_parameter . (list_splat_pattern (identifier) @parameter))
  (typed_parameter . (dictionary_splat_pattern (identifier) @parameter))
])
(lambda_parameters (identifier) @parameter)
(lambda_parameters [
  (default_parameter name: (identifier) @parameter)
  (list_splat_pattern (identifier) @parameter)
  (dictionary_splat_pattern (identifier) @parameter)
])
(function_definition type_parameters: (type_parameter (type (identifier) @parameter)))
(class_definition type_parameters: (type_parameter (type (identifier) @parameter)))

(global_statement (identifier) @outer)
(nonlocal_statement (identifier) @outer)

(lambda) @lambda
