; tree-sitter-html 0.23 has no tags.scm. What has an id can be led to from elsewhere.

(comment) @comment
(raw_text) @string

((attribute (attribute_name) @_name
  [(attribute_value) @name @definition.id
   (quoted_attribute_value (attribute_value) @name @definition.id)])
  (#match? @_name "^[iI][dD]$") (#not-match? @name "[\\s{<]"))

(element (start_tag (tag_name))) @mark
(element (self_closing_tag (tag_name))) @mark
(script_element (start_tag)) @mark
