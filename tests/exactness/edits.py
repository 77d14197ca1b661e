"""Edits of a small repository with a Sphinx project in it."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

from tests.conftest import run_git, write_tree

FILES = [
    "a.py",
    "b.py",
    "pkg",
    "pkg/__init__.py",
    "pkg/a.py",
    "pkg/deep/c.py",
    "tests/test_a.py",
    "README.md",
    "pkg/README.rst",
    "data.json",
    "logo.png",
    "index",
    "Pkg.txt",
    "lib/a.c",
    "lib/a.h",
    "lib/b.js",
    "lib/x.go",
    "app/main.go",
    "go.mod",
    "package.json",
    "Makefile",
    ".mailmap",
]
"""Few names, so that they meet: a folder and a file of one name, names that differ by case."""

FOLDERS = ["pkg", "pkg/deep", "tests", "lib"]

DOCUMENTS = {"guide": "a.f", "notes": "pkg.a.K", "deep/more": "b.f"}
"""The documents, and what each of them may describe: of two descriptions Sphinx takes the later."""

PAGES = {"a.py": "a.K", "pkg/index": "pkg.K", "index": "pkg.a.f"}
"""The same for pages that people may write in place of generated ones."""

BRANCHES = ["main", "topic"]

START: Mapping[str, str | bytes] = {
    "docs/conf.py": "",
    "docs/index.rst": "Home\n====\n",
    "a.py": '"""The first."""\n\n\ndef f():\n    """Do it."""\n    return 1\n',
    "pkg/__init__.py": '"""A package."""\n\nfrom pkg.a import K\n\n__all__ = ["K"]\n',
    "pkg/a.py": "import a\nfrom a import f\n\n\nclass K:\n    def m(self):\n        return f()\n",
    "README.md": "# The project\n\nSee [the first](a.py).\n",
}

IMPORTS = [
    "import a",
    "from a import f",
    "import pkg.a",
    "from pkg.a import K, f",
    "from pkg import K",
    "from . import a",
    "import os",
    "import nowhere",
]

OTHERS = {
    ".mailmap": ["Bob <ada@example.org>\n"],
    ".c": [
        '#include "a.h"\n\n/* Do it. */\nint f(void) { return 1; }\n',
        "#include <a.h>\nint main(void) {\n",
        "static int g;\n",
    ],
    ".h": ["int f(void);\n", "#define f 1\nstruct K { int m; };\n", '#include "../lib/a.c"\n'],
    ".js": [
        "import {g} from '../package.json';\nexport function f() {}\n",
        "const p = require('p');\nit('works', () => {});\n",
    ],
    ".go": [
        'package x\n\nimport "m/lib"\n\n// F does it.\nfunc F() {}\n',
        'package x\n\nimport "testing"\n\nfunc TestF(t *testing.T) {}\n\ntype K struct{}\n',
    ],
    ".mod": ["module m\n", "module n\n"],
    "package.json": [
        '{"name": "p", "main": "lib/b.js"}\n',
        '{"scripts": {"test": "node lib/b.js"}}',
    ],
    "Makefile": ["all:\n\tpython a.py\n", "f:\n\tcc lib/a.c\n\ninclude lib/a.h\n"],
}
"""What files in other languages hold, by the ends of their names."""

BODIES = [
    "def f():\n    return 1",
    "def f():\n    '''Say.'''\n    x = 1\n    return x",
    "class K:\n    '''A class.'''\n\n    def m(self):\n        return eval('1')",
    "def test_a():\n    assert 1",
    "X = 1",
    "def (",
    "if __name__ == '__main__':\n    print(1)",
]

ROLES = [
    ":repo:file:`{path}`",
    ":repo:file:`{path}#L1`",
    ":repo:file:`{path}#L4-L6`",
    ":repo:folder:`{folder}`",
    ":repo:symbol:`f`",
    ":repo:symbol:`{path}::f`",
    ":repo:symbol:`~{path}::K.m`",
    ":any:`{path}`",
    ":any:`K.m`",
]

DIRECTIVES = [
    ".. repodoc:: {path}",
    ".. repodoc:: {folder}",
    ".. repodoc:: {folder}\n   :depth: 2",
    ".. repodoc:: {path}\n   :sections: metadata, structure\n   :title: Of it",
    ".. repodoc-source:: {path}\n   :lines: 2-3",
    ".. repodoc-structure:: {path}",
    ".. repodoc-references:: {path}",
    ".. repodoc-metadata:: ../{path}",
    ".. py:function:: FUNCTION()",
]


@st.composite
def python(draw: st.DrawFn) -> str:
    """Draw the text of a Python file."""
    header = draw(st.sampled_from(["", '"""Some module."""\n', "#!/usr/bin/env python\n", "\n\n"]))
    imports = draw(st.lists(st.sampled_from(IMPORTS), max_size=2, unique=True))
    bodies = draw(st.lists(st.sampled_from(BODIES), max_size=3))
    return header + "\n".join([*imports, *bodies, ""])


@st.composite
def document(draw: st.DrawFn) -> str:
    """Draw the text of a document that a person writes."""
    path, folder = draw(st.sampled_from(FILES)), draw(st.sampled_from(FOLDERS))
    roles = draw(st.lists(st.sampled_from(ROLES), max_size=3))
    directives = draw(st.lists(st.sampled_from(DIRECTIVES), max_size=2))
    title = draw(st.sampled_from(["A guide", "Notes", "``Code``"]))
    text = "\n\n".join([" ".join(roles), *directives]).format(path=path, folder=folder)
    return f"{title}\n{'=' * len(title)}\n\n{text}\n"


@st.composite
def content(draw: st.DrawFn, path: str) -> bytes:
    """Draw what a file holds."""
    if path.endswith(".py") or path == "pkg":
        return draw(python()).encode()
    if path.endswith((".md", ".rst")):
        words = ["", "Words.\n", "# Title\n\n[a](a.py) [b](pkg/)\n", "Title\n=====\n\n`f`\n"]
        return draw(st.sampled_from(words)).encode()
    for ending, texts in OTHERS.items():
        if path.endswith(ending):
            return draw(st.sampled_from(["", *texts])).encode()
    return draw(st.sampled_from([b"", b"{}\n", b'{"a": 1}\n', b"\x89PNG\x00", b"\xff\n"]))


@dataclass(frozen=True)
class Repository:
    """A git repository in a folder, and what can be done to it."""

    root: Path

    @classmethod
    def make(cls, root: Path) -> "Repository":
        """Make one of a few files, committed."""
        root.mkdir(parents=True)
        write_tree(root, START)
        run_git(root, "init", "--quiet", "--template=")
        run_git(root, "remote", "add", "origin", "https://github.com/example/repo.git")
        repository = cls(root)
        repository.commit()
        return repository

    def write(self, path: str, content: bytes, *, tracked: bool) -> None:
        """Write a file, in place of whatever stands there."""
        self._clear(path)
        write_tree(self.root, {path: content})
        if tracked:
            self.git("add", "--all", "--force", "--", path)

    def delete(self, path: str) -> None:
        """Delete a file or a folder with all that is in it."""
        self._clear(path)
        self._stage()

    def move(self, source: str, target: str) -> None:
        """Move a file or a folder to where nothing may stand."""
        if not (self.root / source).exists() or f"{target}/".startswith(f"{source}/"):
            return
        kept = self.root.with_name("moving")
        (self.root / source).rename(kept)
        self._clear(target)
        (self.root / target).parent.mkdir(parents=True, exist_ok=True)
        kept.rename(self.root / target)
        self._stage()

    def untrack(self, path: str) -> None:
        """Let git ignore a file that stays where it is."""
        ignored = self.root / ".gitignore"
        ignored.write_text(f"/{path}\n")
        self.git("rm", "-r", "--quiet", "--cached", "--ignore-unmatch", "--", path)

    def touch(self, path: str) -> None:
        """Give a file a new modification time."""
        if (self.root / path).is_file():
            os.utime(self.root / path)

    def commit(self) -> None:
        """Commit everything but what the builds have written."""
        self._stage()
        self.git("commit", "--quiet", "--allow-empty", "--message", "more")

    def switch(self, branch: str) -> None:
        """Commit, and check out another branch, a new one if need be."""
        self.commit()
        known = self.git("branch", "--list", branch)
        self.git("checkout", "--quiet", *([] if known else ["-b"]), branch)

    def merge(self, branch: str) -> None:
        """Commit, and merge another branch; what is in doubt is as it is here."""
        self.commit()
        if self.git("branch", "--list", branch):
            self.git("merge", "--quiet", "--no-ff", "--strategy", "ours", branch)

    def git(self, *arguments: str) -> str:
        """Run git here."""
        return run_git(self.root, *arguments)

    def _stage(self) -> None:
        self.git("add", "--all")

    def _clear(self, path: str) -> None:
        """Remove what stands at a path or in its way."""
        place = self.root / path
        for parent in (place, *place.parents):
            if parent == self.root:
                return
            if parent.is_symlink() or parent.is_file():
                parent.unlink()
            elif parent == place and parent.is_dir():
                shutil.rmtree(parent)
