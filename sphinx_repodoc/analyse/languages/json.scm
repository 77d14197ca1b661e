; tree-sitter-json 0.24 has no tags.scm: a file of JSON names nothing to be used elsewhere.

(comment) @comment
