; tree-sitter-yaml 0.7 has no tags.scm: a file of YAML names nothing to be used elsewhere.

(comment) @comment
(block_scalar) @string
(double_quote_scalar) @string
(single_quote_scalar) @string
(plain_scalar) @string
