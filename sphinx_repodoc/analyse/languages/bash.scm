; tree-sitter-bash 0.25 comes without tags.scm.

(comment) @comment
[(heredoc_redirect) (string) (raw_string) (ansi_c_string)] @string

(function_definition name: (_) @name body: (_) @body) @definition.function

(program (declaration_command "readonly"
  (variable_assignment name: (variable_name) @name @signature) @definition.constant))
(program (declaration_command "readonly" (variable_name) @name @signature @definition.constant))
(program (declaration_command (word) @_flags
  (variable_assignment name: (variable_name) @name @signature) @definition.constant)
  (#match? @_flags "^-[a-zA-Z]*r"))
(program (declaration_command ["export" "declare" "typeset"]
  (variable_assignment name: (variable_name) @name @signature) @definition.variable))
(program (variable_assignment name: (variable_name) @name @signature "=") @definition.variable
  (#match? @name "^[A-Z_][A-Z0-9_]*$"))
(declaration_command [(variable_assignment) (variable_name)] @inner) @outer

; A name and its value are one word: split by `read_declarator`.
(command name: (command_name) @_alias
  argument: [(word) (concatenation) (string) (raw_string)] @declarator
  (#eq? @_alias "alias")) @definition.alias

; What is sourced: read by `read_import`.
(command name: (command_name) @_source . argument: (_)
  (#any-of? @_source "source" ".")) @import
[
  (if_statement) (case_statement) (for_statement) (while_statement) (list)
] @condition

(command name: (command_name) @_test argument: [(string) (raw_string)] @name
  (#eq? @_test "@test")) @test.bats
(function_definition name: (_) @name (#match? @name "^test")) @test.imported
