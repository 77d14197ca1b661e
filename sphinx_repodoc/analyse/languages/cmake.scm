; tree-sitter-cmake 0.7 has no tags.scm. Commands are written in any case.

(line_comment) @comment
(bracket_comment) @comment
(bracket_argument) @string
(quoted_argument) @string

(function_def (function_command (function) @type
  (argument_list . (argument) @name) @signature)) @definition.function
(macro_def (macro_command (macro) @type
  (argument_list . (argument) @name) @signature)) @definition.macro

((normal_command (identifier) @type (argument_list . (argument) @name @signature))
  @definition.project (#match? @type "(?i)^project$"))
((normal_command (identifier) @type (argument_list . (argument) @name @signature))
  @definition.executable (#match? @type "(?i)^add_executable$"))
((normal_command (identifier) @type (argument_list . (argument) @name @signature))
  @definition.library (#match? @type "(?i)^add_library$"))
((normal_command (identifier) @type (argument_list . (argument) @name @signature))
  @definition.custom_target (#match? @type "(?i)^add_custom_target$"))
((normal_command (identifier) @type (argument_list . (argument) @name @signature
    . (argument (quoted_argument) @documentation)))
  @definition.option (#match? @type "(?i)^(cmake_dependent_)?option$"))
((normal_command (identifier) @type (argument_list . (argument) @name @signature))
  @definition.option (#match? @type "(?i)^(cmake_dependent_)?option$"))
((normal_command (identifier) @type (argument_list . (argument) @name @signature
    (argument) @_cache . (argument) . (argument (quoted_argument) @documentation)))
  @definition.cache_entry (#match? @type "(?i)^set$") (#eq? @_cache "CACHE"))
((normal_command (identifier) @type (argument_list . (argument) @name @signature))
  @definition.variable (#match? @type "(?i)^set$") (#not-match? @name "^ENV\\{"))

((normal_command (identifier) @import.keyword (argument_list . (argument) @import.module)) @import
  (#match? @import.keyword "(?i)^(include|add_subdirectory|find_package)$"))
(if_condition) @condition

((normal_command (identifier) @_command (argument_list . (argument) @name)) @test.CTest
  (#match? @_command "(?i)^add_test$") (#not-eq? @name "NAME"))
((normal_command (identifier) @_command (argument_list . (argument) @_first . (argument) @name))
  @test.CTest (#match? @_command "(?i)^add_test$") (#eq? @_first "NAME"))

((normal_command (identifier) @_command) @mark (#match? @_command "(?i)^enable_testing$"))
((normal_command (identifier) @_command (argument_list . (argument) @_module)) @mark
  (#match? @_command "(?i)^include$") (#eq? @_module "CTest"))
