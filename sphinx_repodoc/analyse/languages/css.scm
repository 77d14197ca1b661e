; tree-sitter-css 0.25 has no tags.scm. Selectors name nothing that is not named in a document;
; custom properties, animations, layers and counter styles are named to be used elsewhere.

(comment) @comment

(import_statement (string_value) @import.module) @import
(import_statement
  (call_expression (arguments . [(string_value) (plain_value)] @import.module))) @import
(media_statement) @condition
(supports_statement) @condition

((declaration (property_name) @name) @definition.custom_property
  (#match? @name "^--"))
((at_rule (at_keyword) @_rule . (keyword_query) @name @signature) @definition.custom_property
  (#eq? @_rule "@property"))
(keyframes_statement (keyframes_name) @name @signature) @definition.keyframes
((at_rule (at_keyword) @_rule (keyword_query) @name @signature) @definition.layer
  (#eq? @_rule "@layer"))
((at_rule (at_keyword) @_rule . (keyword_query) @name @signature) @definition.counter_style
  (#eq? @_rule "@counter-style"))
