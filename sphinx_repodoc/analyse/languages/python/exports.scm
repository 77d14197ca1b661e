; Every step in which `__all__` is made, changed or looked into.

((assignment left: (identifier) @name) @step (#eq? @name "__all__"))
((augmented_assignment left: (identifier) @name) @step (#eq? @name "__all__"))
((call function: (attribute object: (identifier) @name)) @step (#eq? @name "__all__"))
((subscript value: (identifier) @name) @step (#eq? @name "__all__"))
((delete_statement (identifier) @name) @step (#eq? @name "__all__"))
