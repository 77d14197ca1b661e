; tree-sitter-cuda 0.21 comes without tags.scm. What CUDA shares with C++ is in cpp.scm and c.scm.

(function_definition "__global__" declarator: (_) @declarator) @definition.kernel
(translation_unit (declaration "__global__" declarator: (_) @declarator @members) @definition.kernel)
(declaration_list (declaration "__global__" declarator: (_) @declarator @members) @definition.kernel)
(template_declaration (declaration "__global__"
  declarator: (_) @declarator @members) @definition.kernel)
