"""Shared libraries that Python loads by name, and what in the repository builds each."""

import re
from collections import defaultdict
from collections.abc import Mapping

from sphinx_repodoc.model.facts import ImportStatement
from sphinx_repodoc.model.relations import Dependency, Origin, Target
from sphinx_repodoc.relate.repository import Repository

LIBRARY = re.compile(r"(?:lib)?(?P<name>.+?)(?:\.so(?:\.\d+)*|(?:\.\d+)*\.dylib|\.dll)?")
"""The name of a library's file: the systems put different things around the library's own."""

FILE = re.compile(r"[^$%/]+\.(?:so(?:\.\d+)*|dylib|dll)")
"""The name of a target of make that is such a file."""

TARGETS: Mapping[str, frozenset[str]] = {
    "CMake": frozenset({"library"}),
    "Meson": frozenset({"both libraries", "library", "shared library", "shared module"}),
}
"""The kinds of what builds a library in a language."""


def find_libraries(repository: Repository) -> Mapping[str, Target]:
    """Find what builds each shared library; nothing for a name that several targets have."""
    found: dict[str, set[Target]] = defaultdict(set)
    for path, facts in repository.of("CMake", "Makefile", "Meson").items():
        kinds = TARGETS.get(repository.files[path].language, frozenset())
        for symbol in facts.symbols:
            is_file = symbol.kind == "target" and FILE.fullmatch(symbol.name)
            if symbol.kind in kinds or is_file:
                name = name_library(symbol.name)
                found[name].add(Target(name, path, symbol.qualified_name))
    return {name: targets.pop() for name, targets in found.items() if len(targets) == 1}


def resolve_library(statement: ImportStatement, libraries: Mapping[str, Target]) -> Dependency:
    """Lead to the target that builds a library; one that has no target is installed."""
    target = libraries.get(name_library(statement.module))
    if target is None:
        return Dependency(statement, Origin.THIRD_PARTY, package=statement.module)
    return Dependency(statement, Origin.REPOSITORY, target.path, (target,))


def name_library(file: str) -> str:
    """Return the name of a library without what stands around it in the name of its file."""
    match = LIBRARY.fullmatch(file.replace("\\", "/").rpartition("/")[2])
    return match["name"] if match else file
