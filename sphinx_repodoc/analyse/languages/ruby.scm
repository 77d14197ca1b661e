; tags.scm of tree-sitter-ruby 0.23 knows neither constants nor attributes, calls `class << self` a
; class when it names one, gives aliases as methods, and does not tell singleton methods from others.

(comment) @comment
(heredoc_body) @string
(string) @string

(module name: [
  (constant) @name @signature
  (scope_resolution scope: (_)? @owner name: (_) @name @signature)
]) @definition.module
(class name: [
  (constant) @name
  (scope_resolution scope: (_)? @owner name: (_) @name)
]
  superclass: (superclass (_) @base) @bases) @definition.class
(class name: [
  (constant) @name @signature
  (scope_resolution scope: (_)? @owner name: (_) @name @signature)
]) @definition.class
(singleton_class value: [(constant) (scope_resolution)] @name) @scope

; Constants; a class or module without a body of its own may be one.

(assignment left: [
  (constant) @name
  (scope_resolution scope: (_)? @owner name: (_) @name)
] right: (call
  receiver: (constant) @_class method: (identifier) @_new arguments: (argument_list)? @signature
  (#match? @_class "^(Struct|Class|Data)$") (#match? @_new "^(new|define)$"))) @definition.class
(assignment left: [
  (constant) @name
  (scope_resolution scope: (_)? @owner name: (_) @name)
] right: (call
  receiver: (constant) @_module method: (identifier) @_new @signature
  (#eq? @_module "Module") (#eq? @_new "new"))) @definition.module
(assignment left: [
  (constant) @name @signature
  (scope_resolution scope: (_)? @owner name: (_) @name @signature)
] right: (_)) @definition.constant
(assignment left: (left_assignment_list (constant) @name @signature)) @definition.constant
(operator_assignment left: [
  (constant) @name @signature
  (scope_resolution scope: (_)? @owner name: (_) @name @signature)
])
  @definition.constant
(class body: (body_statement
  (assignment left: (class_variable) @name right: (_) @body) @definition.class_variable))
(module body: (body_statement
  (assignment left: (class_variable) @name right: (_) @body) @definition.class_variable))
(program (assignment left: (global_variable) @name right: (_) @body) @definition.global_variable)

; Methods.

(singleton_class body: (body_statement [
  (method name: (_) @name parameters: (_) @signature) @definition.singleton_method
  (call arguments: (argument_list
    (method name: (_) @name parameters: (_) @signature) @definition.singleton_method))
]))
(singleton_class body: (body_statement [
  (method name: (_) @name @signature) @definition.singleton_method
  (call arguments: (argument_list
    (method name: (_) @name @signature) @definition.singleton_method))
]))
(method name: (_) @name parameters: (_) @signature) @definition.method
(method name: (_) @name @signature) @definition.method
(singleton_method object: [(identifier) (constant) (scope_resolution)] @owner
  name: (_) @name parameters: (_) @signature) @definition.singleton_method
(singleton_method object: [(identifier) (constant) (scope_resolution)] @owner
  name: (_) @name @signature) @definition.singleton_method
(singleton_method name: (_) @name parameters: (_) @signature) @definition.singleton_method
(singleton_method name: (_) @name @signature) @definition.singleton_method

(alias name: (_) @name) @definition.alias
(call !receiver method: (identifier) @_alias @type
  arguments: (argument_list . [(simple_symbol) (string)] @name @signature)
  (#eq? @_alias "alias_method")) @definition.alias
(call !receiver method: (identifier) @_define @type
  arguments: (argument_list . [(simple_symbol) (string . (string_content) .)] @name @signature)
  (#eq? @_define "define_method")) @local @definition.method
(call !receiver method: (identifier) @_define @type
  arguments: (argument_list . [(simple_symbol) (string . (string_content) .)] @name @signature)
  (#eq? @_define "define_singleton_method")) @local @definition.singleton_method

; `private def`, `memoize def` and the like.
(call arguments: (argument_list . [(method) (singleton_method)] @inner .)) @outer

; Attributes, of Ruby and of Active Support.

(call !receiver method: (identifier) @_attr arguments: (argument_list
    [(simple_symbol) (string . (string_content) .)] @name @local @definition.attribute)
  (#match? @_attr "^([mc]|thread_[mc])?attr(_accessor|_reader|_writer)?$"))
(call !receiver method: (identifier) @_attr arguments: (argument_list
    (simple_symbol) @name @local @definition.attribute)
  (#any-of? @_attr "class_attribute" "attr_internal" "config_accessor"))
(call !receiver method: (identifier) @_attr arguments: (argument_list (_) @inner)
  (#match? @_attr "^(class_attribute|config_accessor|([mc]|thread_[mc])?attr(_[a-z]+)?)$"))
  @outer
(call receiver: (constant) @_class method: (identifier) @_new arguments: (argument_list
    (simple_symbol) @name @local @definition.attribute)
  (#any-of? @_class "Struct" "Data") (#any-of? @_new "new" "define"))

; Imports.

(call !receiver method: (identifier) @import.keyword
  arguments: (argument_list . (string . (string_content) .) @import.module .)
  (#any-of? @import.keyword "require" "require_relative" "load")) @import
(call !receiver method: (identifier) @import.keyword
  arguments: (argument_list . (simple_symbol) . (string . (string_content) .) @import.module)
  (#eq? @import.keyword "autoload")) @import

[(if) (unless) (if_modifier) (unless_modifier) (rescue_modifier) (begin (rescue)) (case)] @condition
(lambda) @closure

(if condition: (binary left: (identifier) @_file right: (global_variable) @_program)
  (#eq? @_file "__FILE__") (#any-of? @_program "$0" "$PROGRAM_NAME")) @entry

; Tests.

(call !receiver method: (identifier) @_it arguments: (argument_list . (string) @name) block: (_)
  (#any-of? @_it "it" "specify" "example" "scenario" "fit" "xit")) @test.imported
((call !receiver !arguments method: (identifier) @name block: (_)) @test.imported
  (#any-of? @name "it" "specify"))
(call method: (identifier) @_shared block: (_)
  (#match? @_shared "^shared_(examples|context)")) @shared
(call !receiver method: (identifier) @_should
  arguments: (argument_list . (string) @name) block: (_)
  (#eq? @_should "should")) @test.shoulda
(call !receiver method: (identifier) @_test
  arguments: (argument_list . (string) @name) block: (_)
  (#eq? @_test "test")) @test.minitest
(class superclass: (superclass (_) @_case)
  body: (body_statement (method name: (_) @name) @test.test-unit)
  (#match? @_case "^(::)?Test::Unit::") (#match? @name "^test_"))
(class superclass: (superclass (_) @_case)
  body: (body_statement (method name: (_) @name) @test.minitest)
  (#match? @_case "(Test|TestCase)$") (#not-match? @_case "^(::)?Test::Unit::")
  (#match? @name "^test_"))
