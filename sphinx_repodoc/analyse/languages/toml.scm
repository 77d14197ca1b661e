; tree-sitter-toml 0.7 has no tags.scm: a file of TOML names nothing to be used elsewhere.

(comment) @comment
(string) @string
