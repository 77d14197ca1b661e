; tags.scm of tree-sitter-c 0.24 takes each declaration of a function for its definition, calls
; structs classes and enumerations types, and knows neither macros, members nor variables.

(comment) @comment

(preproc_include "#include" @import.keyword path: (_) @import.module) @import
(preproc_if) @condition
(preproc_ifdef) @condition
((preproc_ifdef "#ifndef" . name: (identifier) @_guard . (preproc_def name: (identifier) @_macro))
  @guard (#eq? @_guard @_macro))
((preproc_if
  condition: [
    (unary_expression argument: (preproc_defined (identifier) @_guard))
    (unary_expression argument: (parenthesized_expression (preproc_defined (identifier) @_guard)))
  ]
  . (preproc_def name: (identifier) @_macro))
  @guard (#eq? @_guard @_macro))

(attribute_declaration) @decorator

(preproc_def name: (identifier) @name value: (_)? @body) @definition.macro
(preproc_function_def name: (identifier) @name parameters: (_) @signature) @definition.macro

(function_definition declarator: (_) @declarator) @definition.function

(_ type: (struct_specifier name: (_) @name body: (_) @body) @definition.struct) @statement
(_ type: (union_specifier name: (_) @name body: (_) @body) @definition.union) @statement
(_ type: (enum_specifier name: (_) @name body: (_) @body) @definition.enum) @statement
(struct_specifier name: (_) @name body: (_) @body) @definition.struct
(union_specifier name: (_) @name body: (_) @body) @definition.union
(enum_specifier name: (_) @name body: (_) @body) @definition.enum
(enumerator name: (identifier) @name value: (_)? @body) @definition.enumerator

; The members of a type without a name belong to the first name that is declared with it; one with
; a name belongs to none.
(type_definition type: [
  (struct_specifier !name body: (_) @members)
  (union_specifier !name body: (_) @members)
  (enum_specifier !name body: (_) @members)
] . declarator: (_) @declarator) @definition.typedef
(type_definition declarator: (_) @declarator @members) @definition.typedef

(field_declaration type: [
  (struct_specifier !name body: (_) @members)
  (union_specifier !name body: (_) @members)
] . declarator: (_) @declarator) @definition.member
(field_declaration declarator: (_) @declarator @members) @definition.member

; In a block of statements, and where the grammar has lost its way, a variable would be local.
(declaration type: [
  (struct_specifier !name body: (_) @members)
  (union_specifier !name body: (_) @members)
] . declarator: (_) @declarator) @definition.variable
(translation_unit (declaration declarator: (_) @declarator @members) @definition.variable)
(declaration_list (declaration declarator: (_) @declarator @members) @definition.variable)
(linkage_specification (declaration declarator: (_) @declarator @members) @definition.variable)
(preproc_if (declaration declarator: (_) @declarator @members) @definition.variable)
(preproc_ifdef (declaration declarator: (_) @declarator @members) @definition.variable)
(preproc_elif (declaration declarator: (_) @declarator @members) @definition.variable)
(preproc_else (declaration declarator: (_) @declarator @members) @definition.variable)

; The grammar takes this for a call: `T (*f)(void) = 0;`, and this for a product: `T *(*f)(void);`.
(expression_statement (call_expression
  function: (call_expression function: (identifier)
    arguments: (argument_list . (pointer_expression "*" argument: (identifier) @name) .))))
  @definition.variable
(expression_statement (assignment_expression
  left: (call_expression
    function: (call_expression function: (identifier)
      arguments: (argument_list . (pointer_expression "*" argument: (identifier) @name) .)))
  right: (_) @body)) @definition.variable

(expression_statement (binary_expression left: (identifier) "*"
  right: (call_expression function: (parenthesized_expression
    (pointer_expression "*" argument: (identifier) @name))))) @definition.variable

; What a macro begins: a test, as a rule.
(translation_unit (compound_statement) @function)
(declaration_list (compound_statement) @function)
(preproc_ifdef (compound_statement) @function)
(preproc_if (compound_statement) @function)

(linkage_specification body: [(declaration) (function_definition)] @wrapped) @wrapper

((function_definition declarator: (function_declarator declarator: (identifier) @_name)) @entry
  (#eq? @_name "main"))
