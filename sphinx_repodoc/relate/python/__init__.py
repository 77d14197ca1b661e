"""Where Python's imports and names lead."""
