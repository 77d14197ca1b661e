; tree-sitter-starlark 1.3 has no tags.scm.

(comment) @comment
(module . (comment)* . (expression_statement (string) @comment))
(function_definition body: (block . (expression_statement (string) @comment)))
(string) @string

((call function: (identifier) @import.keyword
  arguments: (argument_list . (string (string_content) @import.module))) @import
  (#any-of? @import.keyword "load" "use_extension" "use_repo_rule"))
((call function: (identifier) @import.keyword
  arguments: (argument_list . (string) (string (string_content) @import.name))) @import
  (#any-of? @import.keyword "load" "use_extension" "use_repo_rule"))
((call function: (identifier) @import.keyword
  arguments: (argument_list . (string) (keyword_argument
    name: (identifier) @import.alias value: (string (string_content) @import.name)))) @import
  (#eq? @import.keyword "load"))

(function_definition name: (identifier) @name
  body: (block . (expression_statement (string) @documentation))) @definition.function
(function_definition name: (identifier) @name) @definition.function

; What Bazel calls a rule in a BUILD file; in a module these functions speak of modules.
((module (expression_statement (call
  function: [(identifier) (attribute)] @type
  arguments: (argument_list (keyword_argument
    name: (identifier) @_key value: (string (string_content) @name @signature)))) @definition.rule))
  (#eq? @_key "name") (#not-match? @type "^(module|bazel_dep|workspace)$"))

((module (expression_statement (assignment left: (identifier) @name @signature right: (call
  function: (identifier) @_function arguments: (argument_list
    (keyword_argument name: (identifier) @_key value: (string) @documentation))))) @definition.rule_definition)
  (#eq? @_function "rule") (#eq? @_key "doc"))
((module (expression_statement (assignment left: (identifier) @name @signature
  right: (call function: (identifier) @_function))) @definition.rule_definition)
  (#eq? @_function "rule"))
((module (expression_statement (assignment left: (identifier) @name @signature right: (call
  function: (identifier) @_function arguments: (argument_list
    (keyword_argument name: (identifier) @_key value: (string) @documentation))))) @definition.macro)
  (#eq? @_function "macro") (#eq? @_key "doc"))
((module (expression_statement (assignment left: (identifier) @name @signature
  right: (call function: (identifier) @_function))) @definition.macro)
  (#eq? @_function "macro"))
((module (expression_statement (assignment left: (identifier) @name @signature right: (call
  function: (identifier) @_function arguments: (argument_list
    (keyword_argument name: (identifier) @_key value: (string) @documentation))))) @definition.provider)
  (#eq? @_function "provider") (#eq? @_key "doc"))
((module (expression_statement (assignment left: (identifier) @name @signature
  right: (call function: (identifier) @_function))) @definition.provider)
  (#eq? @_function "provider"))
((module (expression_statement (assignment left: (identifier) @name @signature right: (call
  function: (identifier) @_function arguments: (argument_list
    (keyword_argument name: (identifier) @_key value: (string) @documentation))))) @definition.aspect)
  (#eq? @_function "aspect") (#eq? @_key "doc"))
((module (expression_statement (assignment left: (identifier) @name @signature
  right: (call function: (identifier) @_function))) @definition.aspect)
  (#eq? @_function "aspect"))
((module (expression_statement (assignment left: (identifier) @name @signature right: (call
  function: (identifier) @_function arguments: (argument_list
    (keyword_argument name: (identifier) @_key value: (string) @documentation))))) @definition.repository_rule)
  (#eq? @_function "repository_rule") (#eq? @_key "doc"))
((module (expression_statement (assignment left: (identifier) @name @signature
  right: (call function: (identifier) @_function))) @definition.repository_rule)
  (#eq? @_function "repository_rule"))
((module (expression_statement (assignment left: (identifier) @name @signature right: (call
  function: (identifier) @_function arguments: (argument_list
    (keyword_argument name: (identifier) @_key value: (string) @documentation))))) @definition.module_extension)
  (#eq? @_function "module_extension") (#eq? @_key "doc"))
((module (expression_statement (assignment left: (identifier) @name @signature
  right: (call function: (identifier) @_function))) @definition.module_extension)
  (#eq? @_function "module_extension"))
((module (expression_statement (assignment left: (identifier) @name @signature right: (call
  function: (identifier) @_function arguments: (argument_list
    (keyword_argument name: (identifier) @_key value: (string) @documentation))))) @definition.tag_class)
  (#eq? @_function "tag_class") (#eq? @_key "doc"))
((module (expression_statement (assignment left: (identifier) @name @signature
  right: (call function: (identifier) @_function))) @definition.tag_class)
  (#eq? @_function "tag_class"))
(module (expression_statement
  (assignment left: (identifier) @name @signature)) @definition.variable)
(module (expression_statement
  (assignment left: (pattern_list (identifier) @name @signature))) @definition.variable)

((module (expression_statement (call
  function: [(identifier) (attribute attribute: (identifier))] @_rule
  arguments: (argument_list (keyword_argument
    name: (identifier) @_key value: (string (string_content) @name)))) @test.bazel))
  (#eq? @_key "name") (#match? @_rule "_test$"))

(module . (comment)* . (expression_statement (string) @mark))
