; What a file defines, and the documentation of that.

(class_definition) @class
(function_definition) @function
(decorated_definition (decorator (expression) @decorator) definition: (_) @decorated)

(type_alias_statement) @alias
(expression_statement (assignment) @assignment)

((expression_statement (assignment) @documented)
  . (expression_statement . [(string) (concatenated_string)] @explanation .))

(module . (comment)* . (expression_statement . [
    (string)
    (concatenated_string)
    (parenthesized_expression [(string) (concatenated_string)])
  ] @header .))

(block . (expression_statement . [
    (string)
    (concatenated_string)
    (parenthesized_expression [(string) (concatenated_string)])
  ] @docstring .))

(if_statement
  condition: (comparison_operator (identifier) @dunder "==" (string) @literal)
  (#eq? @dunder "__name__")
  (#any-of? @literal "'__main__'" "\"__main__\"")) @guard

(if_statement
  condition: (comparison_operator (string) @literal "==" (identifier) @dunder)
  (#eq? @dunder "__name__")
  (#any-of? @literal "'__main__'" "\"__main__\"")) @guard
