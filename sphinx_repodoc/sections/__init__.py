"""Page parts in, docutils nodes out: one module a section."""
