"""The frozen nouns that every room shares."""
