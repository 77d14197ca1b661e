"""Modules of Python that are written in C or C++, by the names under which they are imported."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from sphinx_repodoc.relate.repository import Repository

MODULE = "Python module"
"""The kind of what pybind11 and its kin define."""

INIT = "PyInit_"
"""How the name of the function begins that makes a module in plain C."""


def find_extensions(repository: Repository) -> Mapping[str, PurePosixPath]:
    """Find the file of each extension module; none for a name that several files define."""
    found: dict[str, set[PurePosixPath]] = {}
    for path, facts in repository.of("C", "C++", "CUDA").items():
        for symbol in facts.symbols:
            if symbol.kind == MODULE:
                found.setdefault(symbol.name, set()).add(path)
            elif symbol.name.startswith(INIT) and symbol.kind == "function":
                found.setdefault(symbol.name.removeprefix(INIT), set()).add(path)
    return {name: min(paths) for name, paths in found.items() if len(paths) == 1}
