; tree-sitter-xml 0.7 has no tags.scm: elements are told as parts of a document.

(Comment) @comment
(CDSect) @string
(AttValue) @string

(EmptyElemTag (Attribute (Name) @_name (AttValue) @mark)
  (#any-of? @_name "id" "xml:id"))
(STag (Attribute (Name) @_name (AttValue) @mark)
  (#any-of? @_name "id" "xml:id"))
