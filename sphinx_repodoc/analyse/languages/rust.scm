; tags.scm of tree-sitter-rust 0.24 calls structs, enumerations, unions and aliases classes, takes
; whatever stands in a block of declarations for a method, be it a module's function or without
; self, and knows neither impl blocks, constants, fields nor variants.

[(line_comment) (block_comment)] @comment
((attribute_item (attribute (identifier) @_name value: (_))) @comment
  (#eq? @_name "doc"))
[(string_literal) (raw_string_literal)] @string

((attribute_item (attribute (identifier) @_name value: (_)? @_value)) @decorator
  (#not-eq? @_name "doc"))
((attribute_item (attribute (identifier) @_name arguments: (_))) @decorator
  (#eq? @_name "doc"))
(attribute_item (attribute (scoped_identifier))) @decorator

[(use_declaration) (extern_crate_declaration) (mod_item !body)] @import
((attribute_item (attribute (identifier) @_name)) . [
  (attribute_item) (line_comment) (block_comment)
]* . [(use_declaration) (extern_crate_declaration) (mod_item)] @condition
  (#eq? @_name "cfg"))

(mod_item name: (identifier) @name body: (_) @body) @definition.module
(mod_item name: (identifier) @name !body) @definition.module

(struct_item name: (type_identifier) @name
  body: (ordered_field_declaration_list)
  (where_clause)? @signature) @definition.struct
(struct_item name: (type_identifier) @name) @definition.struct
(union_item name: (type_identifier) @name) @definition.union
(enum_item name: (type_identifier) @name) @definition.enum
(enum_variant name: (identifier) @name
  body: (ordered_field_declaration_list) @signature) @definition.variant
(enum_variant name: (identifier) @name value: (_) @body) @definition.variant
(enum_variant name: (identifier) @name) @definition.variant
(field_declaration name: (field_identifier) @name) @definition.field

(trait_item name: (type_identifier) @name
  bounds: (trait_bounds ([
    (type_identifier) (scoped_type_identifier) (generic_type) (higher_ranked_trait_bound)
    (lifetime) (removed_trait_bound)
  ] @base "+"?)+) @bases
  body: (_) @body) @definition.trait
(trait_item name: (type_identifier) @name body: (_) @body) @definition.trait

(impl_item type: [
  (type_identifier) @name
  (scoped_type_identifier path: (_)? @owner name: (_) @name)
  (generic_type type: (type_identifier) @name)
  (generic_type type: (scoped_type_identifier path: (_)? @owner name: (_) @name))
] body: (_) @body) @definition.impl
(impl_item type: (reference_type type: [
  (type_identifier) @name
  (scoped_type_identifier path: (_)? @owner name: (_) @name)
  (generic_type type: (type_identifier) @name)
  (generic_type type: (scoped_type_identifier path: (_)? @owner name: (_) @name))
  (dynamic_type) @name
  (primitive_type) @name
  (array_type) @name
  (tuple_type) @name
]) body: (_) @body) @definition.impl
(impl_item type: (dynamic_type trait: [
  (type_identifier) @name
  (scoped_type_identifier path: (_)? @owner name: (_) @name)
  (generic_type type: (type_identifier) @name)
  (generic_type type: (scoped_type_identifier path: (_)? @owner name: (_) @name))
]) body: (_) @body) @definition.impl
(impl_item type: [
  (primitive_type) @name
  (array_type) @name
  (tuple_type) @name
  (unit_type) @name
  (pointer_type) @name
  (function_type) @name
  (never_type) @name
  (bounded_type) @name
] body: (_) @body) @definition.impl

([(trait_item body: (declaration_list (function_signature_item
    name: (identifier) @name parameters: (parameters . [(attribute_item) (line_comment)]* .
      [(self_parameter) (parameter pattern: (self))])) @definition.method))
  (trait_item body: (declaration_list (function_item
    name: (identifier) @name parameters: (parameters . [(attribute_item) (line_comment)]* .
      [(self_parameter) (parameter pattern: (self))])) @definition.method))
  (impl_item body: (declaration_list (function_item
    name: (identifier) @name parameters: (parameters . [(attribute_item) (line_comment)]* .
      [(self_parameter) (parameter pattern: (self))])) @definition.method))])
(trait_item body: (declaration_list [
  (function_signature_item name: (identifier) @name)
  (function_item name: (identifier) @name)
] @definition.associated_function))
(impl_item body: (declaration_list
  (function_item name: (identifier) @name) @definition.associated_function))
(function_item name: (identifier) @name) @definition.function
(function_signature_item name: (identifier) @name) @definition.function

(foreign_mod_item body: (declaration_list
  (associated_type name: (type_identifier) @name) @definition.type))
(associated_type name: (type_identifier) @name) @definition.associated_type
(impl_item body: (declaration_list
  (type_item name: (type_identifier) @name) @definition.associated_type))
(type_item name: (type_identifier) @name) @definition.type_alias

(impl_item body: (declaration_list
  (const_item name: (identifier) @name value: (_)? @body) @definition.associated_constant))
(trait_item body: (declaration_list
  (const_item name: (identifier) @name value: (_)? @body) @definition.associated_constant))
((const_item name: (identifier) @name value: (_)? @body) @definition.constant
  (#not-eq? @name "_"))
(static_item name: (identifier) @name value: (_)? @body) @definition.static

(macro_definition name: (identifier) @name @signature) @definition.macro

(source_file (function_item name: (identifier) @name) @entry
  (#eq? @name "main"))

((attribute_item (attribute [(identifier) @_name (scoped_identifier name: (identifier) @_name)]))
  . [(attribute_item) (line_comment) (block_comment)]*
  . (function_item name: (identifier) @name) @test.cargo
  (#any-of? @_name "test" "rstest" "test_case" "quickcheck" "wasm_bindgen_test"))

(source_file (inner_attribute_item) @mark)
