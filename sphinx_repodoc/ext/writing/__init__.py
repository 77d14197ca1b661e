"""What becomes of parts of pages when a builder writes them: HTML, listings, LaTeX."""
