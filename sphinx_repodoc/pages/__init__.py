"""A survey and a path in, what their page says out."""
