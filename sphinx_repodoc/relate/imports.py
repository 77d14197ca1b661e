"""Which files the imports of a file lead to."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TypeAlias

from sphinx_repodoc.model.facts import Facts, ImportStatement
from sphinx_repodoc.model.files import FileKind, SourceFile
from sphinx_repodoc.model.relations import Dependency, Origin, Target
from sphinx_repodoc.relate.python_modules import find_module_names, index_modules
from sphinx_repodoc.relate.python_names import NameIndex
from sphinx_repodoc.relate.standard_library import STANDARD_LIBRARY

FactsByPath: TypeAlias = Mapping[PurePosixPath, Facts]
Dependencies: TypeAlias = dict[PurePosixPath, tuple[Dependency, ...]]


def resolve(
    files: Mapping[PurePosixPath, SourceFile], facts: FactsByPath, name: str = ""
) -> Dependencies:
    """Resolve the imports of each file whose language has rules for them.

    :param name: of the repository's folder, which may itself be a package
    """
    resolved: Dependencies = {}
    for language, resolve_all in RESOLVERS.items():
        importing = {
            path: found for path, found in facts.items() if files[path].language == language
        }
        resolved |= resolve_all(files, importing, name)
    return resolved


def name_modules(files: Mapping[PurePosixPath, SourceFile]) -> dict[PurePosixPath, str]:
    """Name each Python module as programs import it, where that is certain."""
    return find_module_names(index_modules(_texts(files)))


def find_imported(dependency: Dependency) -> dict[PurePosixPath, tuple[str, ...]]:
    """Return the files that an import leads to, and the names that it takes from each.

    A package is one of them only if something is taken from its own ``__init__``.
    """
    imported: dict[PurePosixPath, list[str]] = defaultdict(list)
    names = [name.name for name in dependency.statement.names]
    submodules = {target.name for target in dependency.targets if not target.symbol}
    own = [name for name in names if name not in submodules]
    if dependency.path and (own or not names):
        imported[dependency.path] += own
    for target in dependency.targets:
        if target.path != dependency.path:
            imported[target.path].append(target.name)
    return {path: tuple(taken) for path, taken in imported.items()}


def _resolve_python(
    files: Mapping[PurePosixPath, SourceFile], facts: FactsByPath, name: str
) -> Dependencies:
    names = NameIndex(index_modules(_texts(files), name), facts)
    return {
        path: tuple(_resolve_statement(names, path, statement) for statement in found.imports)
        for path, found in facts.items()
        if found.imports
    }


def _resolve_statement(
    names: NameIndex, path: PurePosixPath, statement: ImportStatement
) -> Dependency:
    module = names.find_module(path, statement)
    if module is None:
        return Dependency(statement, _outside(statement))
    taken = [name.name for name in statement.names if name.name != "*"]
    # what a package takes from itself is a module of its own, whatever it calls so further down
    found = [(name, names.find_name(module, name, frozenset({(path, name)}))) for name in taken]
    targets = tuple(Target(name, it.path, it.symbol) for name, it in found if it)
    if module.path or targets:
        return Dependency(statement, Origin.REPOSITORY, module.path, targets)
    is_folder = bool(module.places) and "." not in statement.dotted
    # a folder without __init__ holds no names: a module of its name is installed from elsewhere
    return Dependency(statement, _outside(statement) if is_folder else Origin.UNRESOLVED)


def _outside(statement: ImportStatement) -> Origin:
    top = statement.module.partition(".")[0]
    return Origin.STANDARD_LIBRARY if top in STANDARD_LIBRARY else Origin.THIRD_PARTY


def _texts(files: Mapping[PurePosixPath, SourceFile]) -> list[PurePosixPath]:
    return [path for path, file in files.items() if file.kind is FileKind.TEXT]


RESOLVERS: Mapping[
    str, Callable[[Mapping[PurePosixPath, SourceFile], FactsByPath, str], Dependencies]
] = MappingProxyType({"Python": _resolve_python})
"""How imports are resolved, by language."""
