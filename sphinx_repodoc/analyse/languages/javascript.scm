; What JavaScript has and TypeScript's grammar calls something else; see ecmascript.scm.

(class_declaration name: (_) @name (class_heritage (_) @base)? @bases body: (_) @body) @definition.class
(export_statement value: (class name: (_) @name (class_heritage (_) @base)? @bases
  body: (_) @body) @definition.class)
(variable_declarator name: (identifier) @name value: (class (class_heritage (_) @base)? @bases
  body: (_) @body)) @definition.class
(expression_statement (assignment_expression left: (identifier) @name
  right: (class (class_heritage (_) @base)? @bases body: (_) @body)) @definition.class)
(assignment_expression
  left: (member_expression object: (_) @_exports property: (_) @name)
  right: (class (class_heritage (_) @base)? @bases body: (_) @body)
  (#match? @_exports "^(module\\.)?exports$")) @definition.class
(assignment_expression left: (member_expression)
  right: (class name: (_) @name (class_heritage (_) @base)? @bases
  body: (_) @body)) @definition.class
(assignment_expression left: (member_expression) @name
  right: (class !name (class_heritage (_) @base)? @bases body: (_) @body)
  (#eq? @name "module.exports")) @definition.class
(assignment_expression left: (member_expression object: (_) @owner property: (_) @name)
  right: (class !name (class_heritage (_) @base)? @bases body: (_) @body)
  (#not-match? @owner "^(module\\.exports|exports|module)$")) @definition.class
(export_statement "default" @name value: (class !name (class_heritage (_) @base)? @bases
  body: (_) @body)) @definition.class

(field_definition property: (_) @name value: [
  (arrow_function body: (_) @body)
  (function_expression body: (_) @body)
]) @definition.field
(field_definition property: (_) @name value: (_)? @body) @definition.field

(program (export_statement !source
  (export_clause (export_specifier name: (_) @name alias: "default"))) @export.export)
(program (export_statement
  (export_clause (export_specifier alias: "default" @name)) source: (_)) @export.export)
