"""Generated pages: their names, and the stubs that stand for them among the documents."""
