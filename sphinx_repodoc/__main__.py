"""Run the command as ``python -m sphinx_repodoc``."""

import sys

from sphinx_repodoc.cli import main

if __name__ == "__main__":
    sys.exit(main())
