; What is declared anywhere, which hides other things of its name in the function around it.
(declaration declarator: (identifier) @bound)
(init_declarator declarator: (identifier) @bound)
(parameter_declaration declarator: (identifier) @bound)
(pointer_declarator declarator: [(identifier) (type_identifier) (field_identifier)] @bound)
(array_declarator declarator: [(identifier) (type_identifier) (field_identifier)] @bound)
(function_declarator declarator: [(identifier) (type_identifier) (field_identifier)] @bound)
(parenthesized_declarator [(identifier) (type_identifier) (field_identifier)] @bound)
(attributed_declarator [(identifier) (type_identifier) (field_identifier)] @bound)
(field_declaration declarator: (field_identifier) @bound)
(type_definition declarator: (type_identifier) @bound)
(function_declarator parameters: (parameter_list (identifier) @bound))
(enumerator name: (identifier) @bound)
(labeled_statement label: (_) @bound)
(call_expression function: (call_expression function: (identifier)
  arguments: (argument_list . (pointer_expression "*" argument: (identifier) @bound) .)))
(binary_expression left: (identifier) "*" right: (call_expression function:
  (parenthesized_expression (pointer_expression "*" argument: (identifier) @bound))))

; The type of a parameter, which may have its name.
(parameter_declaration type: (type_identifier) @typed)
