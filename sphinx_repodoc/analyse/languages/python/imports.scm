; What a file imports, and the statements that make an import conditional.

[(import_statement) (import_from_statement) (future_import_statement)] @import

; PEP 810: the grammar takes the soft keyword for an error.
((ERROR . (identifier) @lazy .) @newer
  . [(import_statement) (import_from_statement)] @lazy_import
  (#eq? @lazy "lazy"))

[
  (if_statement)
  (for_statement)
  (while_statement)
  (try_statement)
  (with_statement)
  (match_statement)
] @condition

(if_statement
  condition: [(identifier) @flag (attribute attribute: (identifier) @flag)]
  consequence: (block) @unreached
  (#eq? @flag "TYPE_CHECKING"))

(if_statement
  condition: (not_operator
    argument: [(identifier) @flag (attribute attribute: (identifier) @flag)])
  alternative: (else_clause) @unreached
  (#eq? @flag "TYPE_CHECKING"))
