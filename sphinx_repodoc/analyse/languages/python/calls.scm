; Calls of a name or attribute.

(call function: [(identifier) (attribute)] @name) @match
