"""The shell around Sphinx: what it registers, and when it runs."""
