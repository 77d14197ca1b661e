; tags.scm of tree-sitter-lua 0.5 takes functions within any table and any function for those of the
; file, gives them without their owners, and knows neither variables, fields nor imports.

(comment) @comment
(string) @string

(variable_declaration (assignment_statement) @inner) @outer

; Functions.

(function_declaration name: (identifier) @name parameters: (_) @signature) @definition.function
(function_declaration name: (dot_index_expression table: (_) @owner field: (_) @name)
  parameters: (_) @signature) @definition.function
(function_declaration name: (method_index_expression table: (_) @owner method: (_) @name)
  parameters: (_) @signature) @definition.method
(assignment_statement
  (variable_list . name: (identifier) @name)
  (expression_list . value: (function_definition parameters: (_) @signature)))
  @definition.function
(assignment_statement
  (variable_list . name: (dot_index_expression
    table: [(identifier) (dot_index_expression)] @owner field: (_) @name))
  (expression_list . value: (function_definition parameters: (_) @signature)))
  @definition.function

; Functions in tables that have a name or are returned.

(field name: (_) @name value: (table_constructor)) @scope
(assignment_statement (expression_list value: (table_constructor
  (field name: (_) @name value: (function_definition parameters: (_) @signature))
  @local @definition.function)))
(field value: (table_constructor
  (field name: (_) @name value: (function_definition parameters: (_) @signature))
  @local @definition.function))
(chunk (return_statement (expression_list (table_constructor
  (field name: (_) @name value: (function_definition parameters: (_) @signature))
  @definition.function))))
(assignment_statement (expression_list value: (function_call arguments: (arguments
  (table_constructor
    (field name: (_) @name value: (function_definition parameters: (_) @signature))
    @local @definition.function)))))
(function_call name: (identifier) @_set arguments: (arguments
  . [(identifier) (dot_index_expression)] @owner . (table_constructor
    (field name: (_) @name value: (function_definition parameters: (_) @signature))
    @local @definition.function))
  (#eq? @_set "setmetatable"))
(arguments (function_definition) @function)

; Variables of the file, and fields.

(chunk (variable_declaration (assignment_statement
  (variable_list (identifier) @name @signature)
  (expression_list) @_value) @definition.variable)
  (#not-match? @_value "^require\\b"))
(chunk (variable_declaration (variable_list (identifier) @name @signature)) @definition.variable)
(chunk (assignment_statement (variable_list (identifier) @name @signature)) @definition.variable)
(chunk (assignment_statement (variable_list (dot_index_expression
  table: [(identifier) (dot_index_expression)] @owner field: (_) @name @signature)))
  @definition.field)

; Imports.

(function_call name: (identifier) @import.keyword
  arguments: (arguments . (string content: (_) @import.module))
  (#any-of? @import.keyword "require" "dofile" "loadfile")) @import
(function_call name: (identifier) @_pcall
  arguments: (arguments . (identifier) @import.keyword . (string content: (_) @import.module))
  (#eq? @_pcall "pcall") (#any-of? @import.keyword "require" "dofile" "loadfile")) @import
(assignment_statement
  (variable_list . name: (identifier) @import.alias)
  (expression_list . value: (function_call name: (identifier) @_require) @import)
  (#eq? @_require "require"))
(assignment_statement
  (variable_list . name: (identifier) @import.alias)
  (expression_list . value: (dot_index_expression
    table: (function_call name: (identifier) @_require) @import field: (_) @import.name))
  (#eq? @_require "require"))

[(if_statement) (for_statement) (while_statement)] @condition
(function_definition) @closure
((function_call name: (identifier) @_pcall) @condition (#eq? @_pcall "pcall"))

; What a module gives to those who require it.

(chunk (return_statement (expression_list . (identifier) @name .)) @export.return)
(chunk (return_statement (expression_list . (function_call name: (identifier) @_set
  arguments: (arguments . (identifier) @name)) .)) @export.return
  (#eq? @_set "setmetatable"))
(chunk (return_statement (expression_list (table_constructor
  (field name: (identifier) @name)))) @export.return)

; Tests of busted and LuaUnit.

(function_call name: (identifier) @_it
  arguments: (arguments . (string content: (_) @name) . (function_definition))
  (#any-of? @_it "it" "spec")) @test.busted
(function_declaration name: (identifier) @name (#match? @name "^[tT]est")) @test.imported
(function_declaration name: [
  (dot_index_expression table: (_) @_suite field: (_) @name)
  (method_index_expression table: (_) @_suite method: (_) @name)
] (#match? @_suite "^[tT]est") (#match? @name "^test")) @test.imported
