; tags.scm of tree-sitter-fortran 0.6 calls derived types classes, programs and submodules modules,
; subroutines functions, and knows neither components, bindings, variables, enumerators nor generic
; interfaces.

(comment) @comment
; It is no comment, but as little a part of what it stands in.
"&" @comment

[(use_statement) (include_statement) (preproc_include) (submodule_statement)] @import

(module (module_statement (name) @name) @signature . (_)? @body) @definition.module
(submodule (submodule_statement (name) @name) @signature . (_)? @body) @definition.submodule
(program (program_statement (name) @name) @signature . (_)? @body) @definition.program
(block_data (block_data_statement (name) @name) @signature) @definition.block_data

(interface (function
  (function_statement name: (name) @name) @signature . (_)? @body) @definition.interface_body)
(interface (subroutine
  (subroutine_statement name: (name) @name) @signature . (_)? @body) @definition.interface_body)
(function
  (function_statement name: (name) @name) @signature . (_)? @body) @definition.function
(subroutine
  (subroutine_statement name: (name) @name) @signature . (_)? @body) @definition.subroutine
(module_procedure
  (module_procedure_statement name: (name) @name) @signature
  . (_)? @body) @definition.module_procedure
(entry_statement name: (name) @name) @definition.entry

(interface (interface_statement [
  (name) (operator) (assignment) (defined_io_procedure)
] @name) @signature . (_)? @body) @definition.interface

(derived_type_definition
  (derived_type_statement
    base: (base_type_specifier (identifier) @base)?
    (type_name) @name) @signature
  . (_)? @body) @definition.type
(derived_type_definition (variable_declaration [
  (identifier) @name @signature
  (sized_declarator . (identifier) @name) @signature
  (coarray_declarator . (identifier) @name) @signature
  (init_declarator left: (identifier) @name @signature)
  (init_declarator left: (_ . (identifier) @name) @signature)
  (pointer_init_declarator left: (identifier) @name @signature)
  (pointer_init_declarator left: (_ . (identifier) @name) @signature)
]) @definition.component)
(derived_type_procedures (procedure_statement
  (binding (binding_name) @name @signature)) @definition.type-bound_procedure)
(derived_type_procedures (procedure_statement
  (method_name) @name @signature) @definition.type-bound_procedure)
(derived_type_procedures (generic_statement
  (binding_list (binding_name) @name @signature)) @definition.generic_binding)

(module (variable_declaration (type_qualifier) @_word [
    (identifier) @name @signature
    (sized_declarator . (identifier) @name) @signature
    (coarray_declarator . (identifier) @name) @signature
    (init_declarator left: (identifier) @name @signature)
    (init_declarator left: (_ . (identifier) @name) @signature)
    (pointer_init_declarator left: (identifier) @name @signature)
    (pointer_init_declarator left: (_ . (identifier) @name) @signature)
  ]) @definition.constant
  (#match? @_word "^[Pp][Aa][Rr][Aa][Mm][Ee][Tt][Ee][Rr]$"))
(submodule (variable_declaration (type_qualifier) @_word [
    (identifier) @name @signature
    (sized_declarator . (identifier) @name) @signature
    (coarray_declarator . (identifier) @name) @signature
    (init_declarator left: (identifier) @name @signature)
    (init_declarator left: (_ . (identifier) @name) @signature)
    (pointer_init_declarator left: (identifier) @name @signature)
    (pointer_init_declarator left: (_ . (identifier) @name) @signature)
  ]) @definition.constant
  (#match? @_word "^[Pp][Aa][Rr][Aa][Mm][Ee][Tt][Ee][Rr]$"))
(module (variable_declaration
  type: [(intrinsic_type) (derived_type) (procedure (procedure_interface))] [
    (identifier) @name @signature
    (sized_declarator . (identifier) @name) @signature
    (coarray_declarator . (identifier) @name) @signature
    (init_declarator left: (identifier) @name @signature)
    (init_declarator left: (_ . (identifier) @name) @signature)
    (pointer_init_declarator left: (identifier) @name @signature)
    (pointer_init_declarator left: (_ . (identifier) @name) @signature)
  ]) @definition.variable)
(submodule (variable_declaration
  type: [(intrinsic_type) (derived_type) (procedure (procedure_interface))] [
    (identifier) @name @signature
    (sized_declarator . (identifier) @name) @signature
    (coarray_declarator . (identifier) @name) @signature
    (init_declarator left: (identifier) @name @signature)
    (init_declarator left: (_ . (identifier) @name) @signature)
    (pointer_init_declarator left: (identifier) @name @signature)
    (pointer_init_declarator left: (_ . (identifier) @name) @signature)
  ]) @definition.variable)
(enumerator_statement [
  (identifier) @name @signature
  (init_declarator left: (identifier) @name @signature)
]) @definition.enumerator

(common_statement (variable_group (name) @name) @signature) @definition.common_block
(preproc_def name: (identifier) @name value: (_)? @body) @definition.macro
(preproc_function_def name: (identifier) @name parameters: (_) @signature) @definition.macro

(program) @entry
