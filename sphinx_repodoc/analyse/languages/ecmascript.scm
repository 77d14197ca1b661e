; What JavaScript and TypeScript have in common. tags.scm of tree-sitter-javascript 0.25 leaves out
; constructors, fields, variables and imports, takes getters for methods, and gives functions that
; are assigned to members without their owner.

(comment) @comment
(hash_bang_line) @comment
(template_string) @string
(decorator) @decorator

(export_statement declaration: (_) @inner) @outer
(export_statement value: (_) @inner) @outer
(lexical_declaration (variable_declarator) @inner) @outer
(variable_declaration (variable_declarator) @inner) @outer

; Functions.

(function_declaration name: (_) @name body: (_) @body) @definition.function
(generator_function_declaration name: (_) @name body: (_) @body) @definition.generator_function
(export_statement value: (function_expression name: (_) @name body: (_) @body)
  @definition.function)
(variable_declarator name: (identifier) @name value: (arrow_function body: (_) @body))
  @definition.function
(variable_declarator name: (identifier) @name value: (function_expression body: (_) @body))
  @definition.function
(variable_declarator name: (identifier) @name value: (generator_function body: (_) @body))
  @definition.generator_function

(arguments (function_expression name: (_) @name body: (_) @body) @definition.function)
(return_statement (function_expression name: (_) @name body: (_) @body) @definition.function)
(parenthesized_expression (function_expression name: (_) @name body: (_) @body)
  @definition.function)

; Functions that are assigned: to names, to prototypes, to what is exported, to other objects.

(assignment_expression left: (identifier) @name right: [
  (arrow_function body: (_) @body)
  (function_expression body: (_) @body)
]) @local @definition.function
(assignment_expression
  left: (member_expression
    object: (member_expression object: (_) @owner property: (property_identifier) @_prototype)
    property: (_) @name)
  right: [
    (arrow_function body: (_) @body)
    (function_expression body: (_) @body)
    (generator_function body: (_) @body)
  ]
  (#eq? @_prototype "prototype")) @definition.method
(assignment_expression
  left: (member_expression object: (this) property: (_) @name)
  right: [
    (arrow_function body: (_) @body)
    (function_expression body: (_) @body)
  ]) @definition.method
(assignment_expression
  left: (member_expression object: (_) @_exports property: (_) @name)
  right: [
    (arrow_function body: (_) @body)
    (function_expression body: (_) @body)
    (generator_function body: (_) @body)
  ]
  (#match? @_exports "^(module\\.)?exports$")) @definition.function
(assignment_expression
  left: (member_expression object: (_) @_module property: (_) @_exports)
  right: (function_expression name: (_) @name body: (_) @body)
  (#eq? @_module "module") (#eq? @_exports "exports")) @definition.function
(assignment_expression
  left: (member_expression object: (_) @_module) @name
  right: [
    (arrow_function body: (_) @body)
    (function_expression !name body: (_) @body)
  ]
  (#eq? @name "module.exports")) @definition.function
(export_statement "default" @name value: [
  (arrow_function body: (_) @body)
  (function_expression !name body: (_) @body)
]) @definition.function
(export_statement "default" @name value: (object)) @scope
(assignment_expression
  left: (member_expression object: [(identifier) (member_expression)] @owner property: (_) @name)
  right: [
    (arrow_function body: (_) @body)
    (function_expression body: (_) @body)
    (generator_function body: (_) @body)
  ]
  (#not-eq? @owner "module")) @local @definition.function

(assignment_expression
  left: (member_expression
    object: (member_expression object: (_) @owner property: (property_identifier) @_prototype)
    property: (_) @name)
  right: (_) @body
  (#eq? @_prototype "prototype")) @definition.property

; Members of classes.

(class_body (method_definition name: (property_identifier) @name body: (_) @body
  (#eq? @name "constructor")) @definition.constructor)
(class_body (method_definition "get" name: (_) @name body: (_) @body) @definition.getter)
(class_body (method_definition "set" name: (_) @name body: (_) @body) @definition.setter)
(class_body (method_definition name: (_) @name body: (_) @body) @definition.method)

; Members of objects that have a name or are exported, outside of functions.

(arguments [(arrow_function) (function_expression)] @function)

(pair key: (_) @name value: [(object) (parenthesized_expression (object))]) @scope
(assignment_expression
  left: (member_expression object: (_) @name property: (property_identifier) @_prototype)
  right: [(object) (parenthesized_expression (object))]
  (#eq? @_prototype "prototype")) @scope
(assignment_expression
  left: (member_expression) @name right: [(object) (parenthesized_expression (object))]
  (#not-match? @name "^((module\\.)?exports|this\\..*|.*\\.prototype)$")) @scope
(assignment_expression
  left: (identifier) @name right: [(object) (parenthesized_expression (object))]
  (#not-eq? @name "exports")) @scope
(parenthesized_expression (object (method_definition "get" name: (_) @name body: (_) @body)
  @local @definition.getter))
(parenthesized_expression (object (method_definition "set" name: (_) @name body: (_) @body)
  @local @definition.setter))
(parenthesized_expression (object (method_definition name: (_) @name body: (_) @body)
  @local @definition.method))
(parenthesized_expression (object (pair key: (_) @name value: (arrow_function body: (_) @body))
  @local @definition.method))
(parenthesized_expression (object (pair key: (_) @name value: (function_expression body: (_) @body))
  @local @definition.method))
(_ value: (object (method_definition "get" name: (_) @name body: (_) @body) @local @definition.getter))
(_ value: (object (method_definition "set" name: (_) @name body: (_) @body) @local @definition.setter))
(_ value: (object (method_definition name: (_) @name body: (_) @body) @local @definition.method))
(_ value: (object (pair key: (_) @name value: (arrow_function body: (_) @body)) @local @definition.method))
(_ value: (object (pair key: (_) @name value: (function_expression body: (_) @body))
  @local @definition.method))
(assignment_expression right: (object (method_definition "get" name: (_) @name body: (_) @body)
  @local @definition.getter))
(assignment_expression right: (object (method_definition "set" name: (_) @name body: (_) @body)
  @local @definition.setter))
(assignment_expression right: (object (method_definition name: (_) @name body: (_) @body)
  @local @definition.method))
(assignment_expression right: (object (pair key: (_) @name value: (arrow_function body: (_) @body))
  @local @definition.method))
(assignment_expression right: (object (pair key: (_) @name value: (function_expression body: (_) @body))
  @local @definition.method))

; Variables of the file.

(program (lexical_declaration kind: "const"
  (variable_declarator name: (identifier) @name value: (_)? @body) @definition.constant))
(program (export_statement declaration: (lexical_declaration kind: "const"
  (variable_declarator name: (identifier) @name value: (_)? @body) @definition.constant)))
(program (lexical_declaration kind: "let"
  (variable_declarator name: (identifier) @name value: (_)? @body) @definition.variable))
(program (export_statement declaration: (lexical_declaration kind: "let"
  (variable_declarator name: (identifier) @name value: (_)? @body) @definition.variable)))
(program (variable_declaration
  (variable_declarator name: (identifier) @name value: (_)? @body) @definition.variable))
(program (export_statement declaration: (variable_declaration
  (variable_declarator name: (identifier) @name value: (_)? @body) @definition.variable)))

; Those that are taken out of a value; what is taken out of a module is imported.

(program (lexical_declaration kind: "const" @type (variable_declarator
  name: [
    (object_pattern [
      (shorthand_property_identifier_pattern) @name @definition.constant
      (object_assignment_pattern left: (_) @name @definition.constant)
      (pair_pattern value: (identifier) @name @definition.constant)
      (pair_pattern value: (assignment_pattern left: (identifier) @name @definition.constant))
      (rest_pattern (identifier) @name @definition.constant)
    ])
    (array_pattern [
      (identifier) @name @definition.constant
      (assignment_pattern left: (identifier) @name @definition.constant)
      (rest_pattern (identifier) @name @definition.constant)
    ])
  ] value: (_) @_value)) @statement
  (#not-match? @_value "^(require|(await\\s+)?import)\\b"))
(program (export_statement declaration: (lexical_declaration kind: "const" @type (variable_declarator
  name: [
    (object_pattern [
      (shorthand_property_identifier_pattern) @name @definition.constant
      (object_assignment_pattern left: (_) @name @definition.constant)
      (pair_pattern value: (identifier) @name @definition.constant)
      (pair_pattern value: (assignment_pattern left: (identifier) @name @definition.constant))
      (rest_pattern (identifier) @name @definition.constant)
    ])
    (array_pattern [
      (identifier) @name @definition.constant
      (assignment_pattern left: (identifier) @name @definition.constant)
      (rest_pattern (identifier) @name @definition.constant)
    ])
  ] value: (_) @_value))) @statement
  (#not-match? @_value "^(require|(await\\s+)?import)\\b"))
(program (_ ["let" "var"] @type (variable_declarator
  name: [
    (object_pattern [
      (shorthand_property_identifier_pattern) @name @definition.variable
      (object_assignment_pattern left: (_) @name @definition.variable)
      (pair_pattern value: (identifier) @name @definition.variable)
      (pair_pattern value: (assignment_pattern left: (identifier) @name @definition.variable))
      (rest_pattern (identifier) @name @definition.variable)
    ])
    (array_pattern [
      (identifier) @name @definition.variable
      (assignment_pattern left: (identifier) @name @definition.variable)
      (rest_pattern (identifier) @name @definition.variable)
    ])
  ] value: (_) @_value)) @statement
  (#not-match? @_value "^(require|(await\\s+)?import)\\b"))
(program (export_statement declaration: (_ ["let" "var"] @type (variable_declarator
  name: [
    (object_pattern [
      (shorthand_property_identifier_pattern) @name @definition.variable
      (object_assignment_pattern left: (_) @name @definition.variable)
      (pair_pattern value: (identifier) @name @definition.variable)
      (pair_pattern value: (assignment_pattern left: (identifier) @name @definition.variable))
      (rest_pattern (identifier) @name @definition.variable)
    ])
    (array_pattern [
      (identifier) @name @definition.variable
      (assignment_pattern left: (identifier) @name @definition.variable)
      (rest_pattern (identifier) @name @definition.variable)
    ])
  ] value: (_) @_value))) @statement
  (#not-match? @_value "^(require|(await\\s+)?import)\\b"))

; Imports, of whatever form: read by `read_import`.

(import_statement) @import
(export_statement source: (_)) @import
(call_expression function: (import) arguments: (arguments . (string))) @import
((call_expression function: (identifier) @_require arguments: (arguments . (string) .)) @import
  (#eq? @_require "require"))
((call_expression function: (identifier) @_define arguments: (arguments (array (string) @import)))
  (#eq? @_define "define"))

[
  (if_statement) (try_statement) (ternary_expression)
  (for_statement) (for_in_statement) (while_statement)
] @condition
[(function_expression) (arrow_function) (method_definition)] @closure

; What is exported: by ECMAScript's statements, and by CommonJS.

(program (export_statement declaration: (_ name: (_) @name)) @export.export)
(program (export_statement declaration: (_ (variable_declarator name: (identifier) @name))) @export.export)
(program (export_statement declaration: (_ (variable_declarator name: (object_pattern [
  (shorthand_property_identifier_pattern) @name
  (pair_pattern value: (identifier) @name)
])))) @export.export)
(program (export_statement value: (_ name: (_) @name)) @export.export)
(program (export_statement value: (identifier) @name) @export.export)
(program (export_statement "default" @name value: [
  (object) (arrow_function) (call_expression) (array) (new_expression) (string) (template_string)
  (function_expression !name) (class !name) (member_expression) (number) (true) (false)
]) @export.export)
(program (export_statement (export_clause (export_specifier name: _ @name !alias))) @export.export)
(program (export_statement (export_clause (export_specifier alias: (_) @name
  (#not-eq? @name "default")))) @export.export)
(program (export_statement (namespace_export (_) @name)) @export.export)
(program (export_statement "*" @name) @export.export)

(assignment_expression
  left: (member_expression object: (_) @_exports property: (_) @name)
  (#eq? @_exports "exports")) @export.exports
(assignment_expression
  left: (member_expression object: (_) @_exports property: (_) @name)
  (#eq? @_exports "module.exports")) @export.module.exports
(assignment_expression left: (_) @_exports
  right: (object [
    (shorthand_property_identifier) @name
    (pair key: (_) @name)
    (method_definition name: (_) @name)
  ])
  (#match? @_exports "^(module\\.)?exports$")) @export.module.exports
(assignment_expression left: (_) @_exports
  right: [
    (identifier) @name
    (class name: (_) @name)
    (function_expression name: (_) @name)
  ]
  (#match? @_exports "^(module\\.)?exports$")) @export.module.exports
(variable_declarator name: (identifier) @name
  value: (assignment_expression left: (_) @_exports)
  (#match? @_exports "^(module\\.)?exports$")) @export.exports
((call_expression function: (member_expression) @_define
  arguments: (arguments . (_) @_exports . (string) @name)) @export.exports
  (#eq? @_define "Object.defineProperty") (#eq? @_exports "exports")
  (#not-match? @name "__esModule"))

; Tests as Mocha, Jest, Vitest, Jasmine and node:test have them.

((call_expression
  function: (identifier) @provider
  arguments: (arguments . [(string) (template_string)] @name . (_))) @test.imported
  (#match? @provider "^(it|test|specify|[xf]it|xtest)$"))
((call_expression
  function: [
    (member_expression object: (identifier) @provider property: (_) @_how)
    (member_expression object: (member_expression object: (identifier) @provider) property: (_) @_how)
    (call_expression function: (member_expression object: (identifier) @provider property: (_) @_how))
    (call_expression function: (member_expression
      object: (member_expression object: (identifier) @provider) property: (_) @_how))
  ]
  arguments: (arguments . [(string) (template_string)] @name . (_))) @test.imported
  (#match? @provider "^(it|test|specify|[xf]it|xtest)$")
  (#any-of? @_how "only" "skip" "todo" "fail" "fails" "failing" "fixme" "concurrent" "sequential"
    "serial" "cb" "each" "for" "runIf" "skipIf"))
((call_expression
  function: (member_expression object: (identifier) @_qunit property: (_) @_test)
  arguments: (arguments . (string) @name)) @test.QUnit
  (#eq? @_qunit "QUnit") (#match? @_test "^(test|skip|todo|only)$"))
