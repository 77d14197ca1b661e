; What the layout of the text and its errors are read from.

(comment) @comment
(string) @string
[(ERROR) (MISSING)] @error

; PEP 696: the grammar takes the default of a type parameter for an error.
([
  (class_definition type_parameters: (type_parameter (ERROR) @newer))
  (function_definition type_parameters: (type_parameter (ERROR) @newer))
  (type_alias_statement left: (type (generic_type (type_parameter (ERROR) @newer))))
] (#match? @newer "="))
