; tree-sitter-graphql 0.1 has no tags.scm. A description is a comment that documents what it begins.

(comment) @comment
(description) @comment @string

(object_type_definition (description)? @documentation (name) @name
  (fields_definition)? @body) @definition.type
(interface_type_definition (description)? @documentation (name) @name
  (fields_definition)? @body) @definition.interface
(input_object_type_definition (description)? @documentation (name) @name
  (input_fields_definition)? @body) @definition.input
(enum_type_definition (description)? @documentation (name) @name
  (enum_values_definition)? @body) @definition.enum
(union_type_definition (description)? @documentation (name) @name) @definition.union
(scalar_type_definition (description)? @documentation (name) @name) @definition.scalar
(directive_definition (description)? @documentation (name) @name) @definition.directive

(object_type_extension (name) @name (fields_definition)? @body) @definition.type_extension
(interface_type_extension (name) @name (fields_definition)? @body) @definition.interface_extension
(input_object_type_extension (name) @name
  (input_fields_definition)? @body) @definition.input_extension
(enum_type_extension (name) @name (enum_values_definition)? @body) @definition.enum_extension
(union_type_extension (name) @name) @definition.union_extension
(scalar_type_extension (name) @name) @definition.scalar_extension

(field_definition (description)? @documentation (name) @name) @definition.field
(input_fields_definition
  (input_value_definition (description)? @documentation (name) @name) @definition.input_field)
(enum_value_definition (description)? @documentation (enum_value) @name) @definition.enum_value

(operation_definition (operation_type) @_type (name) @name
  (selection_set) @body (#eq? @_type "query")) @definition.query
(operation_definition (operation_type) @_type (name) @name
  (selection_set) @body (#eq? @_type "mutation")) @definition.mutation
(operation_definition (operation_type) @_type (name) @name
  (selection_set) @body (#eq? @_type "subscription")) @definition.subscription
(fragment_definition (fragment_name) @name (selection_set) @body) @definition.fragment
