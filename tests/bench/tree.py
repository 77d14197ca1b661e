"""The Python source tree that is built where none is given."""

import subprocess
import sys
import tarfile
from pathlib import Path

REQUIREMENT, FOLDER = "django==5.2.8", "django-5.2.8"


def fetch_tree(cache: Path) -> Path:
    """Give django's source distribution, downloaded from the package index the first time."""
    tree = cache / FOLDER
    if not tree.is_dir():
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        source = ["--no-binary", "django", "--dest", str(cache), REQUIREMENT]
        subprocess.run([*pip, *source], check=True)
        with tarfile.open(cache / f"{FOLDER}.tar.gz") as archive:
            archive.extractall(cache, filter="data")
    return tree
