; tree-sitter-sql 0.3 has no tags.scm.

[(comment) (marginalia)] @comment

(create_table (object_reference schema: (_)? @owner name: (_) @name)
  . (column_definitions) @body) @definition.table
(create_table (object_reference schema: (_)? @owner name: (_) @name)
  . (keyword_as) @body) @definition.table
(create_table (object_reference schema: (_)? @owner name: (_) @name)) @definition.table
(create_table (column_definitions (column_definition name: (_) @name) @definition.column))
(alter_table . (keyword_alter) (keyword_table)
  (object_reference schema: (_)? @owner name: (_) @name)) @scope
(add_column (column_definition name: (_) @name) @definition.column)

(create_view (object_reference schema: (_)? @owner name: (_) @name)
  (keyword_as) @body) @definition.view
(create_materialized_view (object_reference schema: (_)? @owner name: (_) @name)
  (keyword_as) @body) @definition.materialized_view
(create_index column: (identifier) @name (keyword_on)) @definition.index
(create_function (keyword_function) . (object_reference schema: (_)? @owner name: (_) @name)
  (function_body) @body) @definition.function
((create_procedure (keyword_procedure) . (object_reference schema: (_)? @owner name: (_) @name)
  (procedure_body) @body) @definition.procedure
  (#not-match? @name "^@"))
(create_trigger (keyword_trigger) . (object_reference schema: (_)? @owner name: (_) @name)) @definition.trigger

(create_type (object_reference schema: (_)? @owner name: (_) @name)
  (keyword_as) @body) @definition.type
(create_type (object_reference schema: (_)? @owner name: (_) @name)) @definition.type
(create_type (column_definitions (column_definition name: (_) @name) @definition.attribute))
(create_sequence (object_reference schema: (_)? @owner name: (_) @name)) @definition.sequence
(create_schema (identifier) @name) @definition.schema
(create_database (identifier) @name) @definition.database
(create_role (identifier) @name) @definition.role
(create_policy . (keyword_create) . (keyword_policy) . (object_reference name: (_) @name)) @definition.policy
