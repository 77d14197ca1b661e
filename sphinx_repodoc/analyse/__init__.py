"""What is in one file: its definitions, imports, documentation and findings."""
