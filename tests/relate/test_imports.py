"""Imports resolved to files."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.files import FileKind, SourceFile
from sphinx_repodoc.model.relations import Dependency, Origin
from sphinx_repodoc.relate.imports import find_imported, resolve
from sphinx_repodoc.relate.python.imports import name_modules
from tests.relate.conftest import Analyse

REGULAR = {
    "setup.py": "",
    "pkg/__init__.py": "from pkg.core import Core as Kernel\nfrom . import core\n",
    "pkg/core.py": "class Core: ...\nLIMIT = 1\n",
    "pkg/types.py": "",
    "pkg/sub/__init__.py": "",
    "pkg/sub/deep.py": "def dig(): ...\n",
}
"""A package at the top of its repository."""

SRC = {f"src/{name}" if name != "setup.py" else name: text for name, text in REGULAR.items()}
"""The same in ``src``."""

MONOREPO = {
    **{f"one/{name}": text for name, text in REGULAR.items()},
    **{f"two/{name}": text for name, text in REGULAR.items()},
}
"""Two distributions that hold a package of the same name."""

NAMESPACE = {
    "a/pyproject.toml": "",
    "a/src/space/one/__init__.py": "",
    "a/src/space/one/x.py": "X = 1\n",
    "b/pyproject.toml": "",
    "b/src/space/two/__init__.py": "",
}
"""One namespace package in two distributions."""


def show(dependency: Dependency) -> str:
    """Write a dependency on one line: its origin or file, and where each name leads."""
    path = str(dependency.path) if dependency.path else ""
    if dependency.origin is not Origin.REPOSITORY:
        path = dependency.origin.value
    targets = [
        f"{it.name}={it.path}" + f"::{it.symbol}" * bool(it.symbol) for it in dependency.targets
    ]
    return " ".join([path, *targets]).strip()


@pytest.fixture
def resolved(analyse: Analyse) -> Callable[..., list[str]]:
    """Resolve the imports of one file that is added to a repository."""

    def resolved(tree: Mapping[str, str], name: str, text: str) -> list[str]:
        dependencies = resolve(analyse({**tree, name: text}))
        return [show(dependency) for dependency in dependencies[PurePosixPath(name)]]

    return resolved


CASES = [
    (
        {"p/__init__.py": "", "p/fast.pyx": "", "p/both.pyx": "", "p/both.pyi": ""},
        "p/x.py",
        "from . import fast, both",
        "p/__init__.py fast=p/fast.pyx both=p/both.pyi",
    ),
    # within a package
    (REGULAR, "pkg/x.py", "import pkg.core", "pkg/core.py"),
    (REGULAR, "pkg/x.py", "import pkg", "pkg/__init__.py"),
    (REGULAR, "pkg/x.py", "from pkg.core import Core", "pkg/core.py Core=pkg/core.py::Core"),
    (
        REGULAR,
        "pkg/x.py",
        "from pkg.core import LIMIT, other",
        "pkg/core.py LIMIT=pkg/core.py::LIMIT",
    ),
    (REGULAR, "pkg/x.py", "from pkg import sub", "pkg/__init__.py sub=pkg/sub/__init__.py"),
    (REGULAR, "pkg/x.py", "from pkg import Kernel", "pkg/__init__.py Kernel=pkg/core.py::Core"),
    (REGULAR, "pkg/x.py", "from pkg.core import *", "pkg/core.py"),
    (REGULAR, "pkg/x.py", "from . import core", "pkg/__init__.py core=pkg/core.py"),
    (REGULAR, "pkg/x.py", "from .core import Core", "pkg/core.py Core=pkg/core.py::Core"),
    (REGULAR, "pkg/sub/x.py", "from ..core import Core", "pkg/core.py Core=pkg/core.py::Core"),
    (REGULAR, "pkg/sub/x.py", "from .. import core", "pkg/__init__.py core=pkg/core.py"),
    (
        REGULAR,
        "pkg/sub/__init__.py",
        "from .deep import dig",
        "pkg/sub/deep.py dig=pkg/sub/deep.py::dig",
    ),
    (
        REGULAR,
        "pkg/sub/__init__.py",
        "from . import deep",
        "pkg/sub/__init__.py deep=pkg/sub/deep.py",
    ),
    (REGULAR, "pkg/x.py", "def f():\n    from . import core", "pkg/__init__.py core=pkg/core.py"),
    (REGULAR, "pkg/x.py", "import importlib\nimportlib.import_module('pkg.core')", "pkg/core.py"),
    (
        REGULAR,
        "pkg/sub/__init__.py",
        "try:\n  from . import deep\nexcept ImportError:\n  deep = None",
        "pkg/sub/__init__.py deep=pkg/sub/deep.py",
    ),
    ({"tests/data/m.py": ""}, "tests/test_x.py", "import m", "not found"),
    ({"tests/a/m.py": "", "tests/a/setup.py": ""}, "tests/test_x.py", "import m", "not found"),
    (
        {"src/m.py": "", "tests/a/m.py": "", "tests/a/setup.py": ""},
        "tests/test_x.py",
        "import m",
        "src/m.py",
    ),
    # a module of the package never hides one of the standard library
    (REGULAR, "pkg/x.py", "import types", "standard library"),
    (REGULAR, "pkg/x.py", "from types import ModuleType", "standard library"),
    # from elsewhere in the repository
    (REGULAR, "tests/test_x.py", "from pkg.core import Core", "pkg/core.py Core=pkg/core.py::Core"),
    (
        SRC,
        "tests/test_x.py",
        "from pkg import Kernel",
        "src/pkg/__init__.py Kernel=src/pkg/core.py::Core",
    ),
    (SRC, "src/pkg/x.py", "import pkg.sub.deep", "src/pkg/sub/deep.py"),
    (SRC, "src/pkg/x.py", "import src.pkg.core", "src/pkg/core.py"),
    (MONOREPO, "one/pkg/x.py", "import pkg.core", "one/pkg/core.py"),
    (MONOREPO, "two/tests/test_x.py", "import pkg.core", "two/pkg/core.py"),
    (MONOREPO, "tools/x.py", "import pkg.core", "not found"),
    (
        NAMESPACE,
        "b/tests/test_x.py",
        "from space.one.x import X",
        "a/src/space/one/x.py X=a/src/space/one/x.py::X",
    ),
    (NAMESPACE, "b/src/space/two/x.py", "from space import one", "one=a/src/space/one/__init__.py"),
    (NAMESPACE, "b/tests/test_x.py", "import space.three", "not found"),
    # scripts
    (
        {"tools/helper.py": "H = 1"},
        "tools/run.py",
        "from helper import H",
        "tools/helper.py H=tools/helper.py::H",
    ),
    ({"tools/random.py": ""}, "tools/run.py", "import random", "not found"),
    ({"tools/helper.py": ""}, "other/run.py", "import helper", "not found"),
    ({"platform/x.py": ""}, "run.py", "import platform", "standard library"),
    (
        {"t/__init__.py": "", "t/setup.py": "", "t/pkg/__init__.py": ""},
        *("t/run.py", "from pkg import f", "not found"),
    ),
    ({"redis/app.py": ""}, "redis/other.py", "from redis import Redis", "third party"),
    ({"tests/yaml/__init__.py": ""}, "lib/x.py", "import yaml", "third party"),
    # stubs, compiled and missing modules
    (
        {"p/__init__.py": "", "p/m.py": "", "p/m.pyi": ""},
        "p/x.py",
        "from . import m",
        "p/__init__.py m=p/m.py",
    ),
    (
        {"p/__init__.py": "", "p/m.py": "", "p/m.pyi": ""},
        "p/x.pyi",
        "from . import m",
        "p/__init__.py m=p/m.pyi",
    ),
    (
        {"p/__init__.py": "", "p/m.pyi": "def f(): ..."},
        "p/x.py",
        "from .m import f",
        "p/m.pyi f=p/m.pyi::f",
    ),
    ({"p/__init__.py": ""}, "p/x.py", "from p._speedups import f", "not found"),
    ({"p/__init__.py": ""}, "p/x.py", "from ._speedups import f", "not found"),
    ({"p/__init__.py": ""}, "p/x.py", "from ..... import f", "not found"),
    ({"p/__init__.py": "", "p/m.py": "", "p/m/n.py": ""}, "p/x.py", "import p.m.n", "not found"),
    (
        {"p/__init__.py": "", "p/m.py": "", "p/m/__init__.py": ""},
        "p/x.py",
        "import p.m",
        "p/m/__init__.py",
    ),
    # from outside
    ({}, "x.py", "import os.path", "standard library"),
    ({}, "x.py", "from __future__ import annotations", "standard library"),
    ({}, "x.py", "import distutils.core", "standard library"),
    ({}, "x.py", "import cPickle", "standard library"),
    ({}, "x.py", "import numpy as np", "third party"),
]


@pytest.mark.parametrize(("tree", "name", "text", "expected"), CASES)
def test_an_import_leads_to_one_file_or_to_none(
    resolved: Callable[..., list[str]], tree: Mapping[str, str], name: str, text: str, expected: str
) -> None:
    assert resolved(tree, name, text)[-1] == expected


@pytest.mark.parametrize(
    ("initial", "name", "expected"),
    [
        ("from .a import f", "f", "p/__init__.py f=p/a.py::f"),
        ("from .a import *", "f", "p/__init__.py f=p/a.py::f"),
        ("from .b import *", "f", "p/__init__.py"),
        ("from .b import *", "g", "p/__init__.py g=p/a.py::g"),
        ("from .a import *", "_h", "p/__init__.py"),
        ("from . import a as c", "c", "p/__init__.py c=p/a.py"),
        ("from .a import f as a", "a", "p/__init__.py a=p/a.py::f"),
        ("if TYPE_CHECKING:\n    from .a import f", "f", "p/__init__.py f=p/a.py::f"),
        (
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from .a import f",
            "f",
            "p/__init__.py f=p/a.py::f",
        ),
        (
            "try:\n    from .a import f\nexcept ImportError:\n    from .d import f",
            "f",
            "p/__init__.py",
        ),
        ("try:\n    from .a import f\nexcept ImportError:\n    def f(): ...", "f", "p/__init__.py"),
        ("from other import f", "f", "p/__init__.py"),
        ("def f():\n    from .a import g", "g", "p/__init__.py"),
        ("from .loop import f", "f", "p/__init__.py"),
        ("from . import *\nfrom .loop import *", "f", "p/__init__.py"),
        ("", "nothing", "p/__init__.py"),
    ],
)
def test_a_name_is_followed_to_its_definition_where_that_is_certain(
    resolved: Callable[..., list[str]], initial: str, name: str, expected: str
) -> None:
    tree = {
        "p/__init__.py": initial,
        "p/a.py": "def f(): ...\ndef g(): ...\ndef _h(): ...\n",
        "p/b.py": "from .a import f, g\n__all__ = ['g']\n",
        "p/d.py": "def f(): ...\n",
        "p/loop.py": "from . import f\nfrom . import *\n",
    }
    assert resolved(tree, "p/x.py", f"from p import {name}") == [expected]


def test_a_long_chain_of_re_exports_is_given_up(resolved: Callable[..., list[str]]) -> None:
    tree = {f"m{n}.py": f"from m{n + 1} import f\n" for n in range(2000)}
    assert resolved(tree, "x.py", "from m0 import f") == ["m0.py"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import pkg.core", {"pkg/core.py": ()}),
        ("from pkg import core", {"pkg/core.py": ("core",)}),
        ("from pkg import *", {"pkg/__init__.py": ("*",)}),
        (
            "from pkg import core, Kernel",
            {"pkg/__init__.py": ("Kernel",), "pkg/core.py": ("core", "Kernel")},
        ),
        ("import os", {}),
    ],
)
def test_a_package_is_imported_from_only_for_what_is_its_own(
    analyse: Analyse, text: str, expected: dict[str, tuple[str, ...]]
) -> None:
    dependencies = resolve(analyse({**REGULAR, "pkg/x.py": text}))
    found = find_imported(dependencies[PurePosixPath("pkg/x.py")][0])
    assert {str(path): names for path, names in found.items()} == expected


def test_a_root_that_is_a_package_goes_by_the_name_of_its_folder(analyse: Analyse) -> None:
    tree = {"__init__.py": "A = 1\n", "sub/b.py": "from pkg import A\nimport pkg.sub.c, other\n"}
    repository = analyse({**tree, "sub/c.py": ""}, "pkg")
    dependencies = resolve(repository)[PurePosixPath("sub/b.py")]
    assert [show(dependency) for dependency in dependencies] == [
        "__init__.py A=__init__.py::A",
        "sub/c.py",
        "third party",
    ]
    assert name_modules(repository.files) == {}


def test_modules_are_named_where_their_package_is_installed_from() -> None:
    tree = [*SRC, "src/space/one/__init__.py", "src/single.py", "docs/conf.py", "src/p-q/x.py"]
    files = {PurePosixPath(name): SourceFile(PurePosixPath(name), FileKind.TEXT) for name in tree}
    names = {str(path): name for path, name in name_modules(files).items()}
    assert names == {
        "setup.py": "setup",
        "src/pkg/__init__.py": "pkg",
        "src/pkg/core.py": "pkg.core",
        "src/pkg/types.py": "pkg.types",
        "src/pkg/sub/__init__.py": "pkg.sub",
        "src/pkg/sub/deep.py": "pkg.sub.deep",
        "src/single.py": "single",
    }
