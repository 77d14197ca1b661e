"""How readers find their way: sidebars, trails, toctrees, and what makes them outdated."""
