"""Which files the imports of a Python file lead to."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from sphinx_repodoc.model.facts import ImportStatement
from sphinx_repodoc.model.relations import Dependency, Origin, Target
from sphinx_repodoc.relate.python.extensions import find_extensions
from sphinx_repodoc.relate.python.libraries import find_libraries, resolve_library
from sphinx_repodoc.relate.python.modules import find_module_names, index_modules
from sphinx_repodoc.relate.python.names import NameIndex, index_names
from sphinx_repodoc.relate.python.standard_library import STANDARD_LIBRARY
from sphinx_repodoc.relate.repository import Dependencies, Repository


def resolve(repository: Repository) -> Dependencies:
    """Resolve the imports of each Python file."""
    facts = repository.of("Python")
    indices = index_names(repository, facts)
    extensions, libraries = find_extensions(repository), find_libraries(repository)
    return {
        path: tuple(
            _complete(_resolve_statement(indices.of(path), path, statement), extensions)
            if statement.keyword == "import"
            else resolve_library(statement, libraries)
            for statement in found.imports
        )
        for path, found in facts.items()
        if found.imports
    }


def name_modules(paths: Iterable[PurePosixPath]) -> dict[PurePosixPath, str]:
    """Name each Python module as programs import it, where that is certain."""
    return find_module_names(index_modules(list(paths)))


def _complete(dependency: Dependency, extensions: Mapping[str, PurePosixPath]) -> Dependency:
    """Let what is no Python module of the repository be an extension module of it.

    One that is not in a package of ours is it only if it is imported by that very name.
    """
    statement = dependency.statement
    package, _, name = statement.module.rpartition(".")
    is_ours = dependency.origin is Origin.UNRESOLVED or bool(statement.level)
    is_alone = dependency.origin is Origin.THIRD_PARTY and not package
    if name in extensions and (is_ours or is_alone):
        return Dependency(statement, Origin.REPOSITORY, extensions[name])
    known = {target.name for target in dependency.targets}
    missing = [n.name for n in statement.names if n.name in extensions and n.name not in known]
    if not missing or dependency.origin not in {Origin.REPOSITORY, Origin.UNRESOLVED}:
        return dependency
    found = tuple(Target(name, extensions[name]) for name in missing)
    return replace(dependency, origin=Origin.REPOSITORY, targets=(*dependency.targets, *found))


def _resolve_statement(
    names: NameIndex, path: PurePosixPath, statement: ImportStatement
) -> Dependency:
    module = names.find_module(path, statement)
    if module is None:
        return _outside(statement)
    taken = [name.name for name in statement.names if name.name != "*"]
    # what a package takes from itself is a module of its own, whatever it calls so further down
    found = [(name, names.find_name(module, name, frozenset({(path, name)}))) for name in taken]
    targets = tuple(Target(name, it.path, it.symbol) for name, it in found if it)
    if module.path or targets:
        return Dependency(statement, Origin.REPOSITORY, module.path, targets)
    is_folder = bool(module.places) and "." not in statement.dotted
    # a folder without __init__ holds no names: a module of its name is installed from elsewhere
    return _outside(statement) if is_folder else Dependency(statement, Origin.UNRESOLVED)


def _outside(statement: ImportStatement) -> Dependency:
    top = statement.module.partition(".")[0]
    origin = Origin.STANDARD_LIBRARY if top in STANDARD_LIBRARY else Origin.THIRD_PARTY
    return Dependency(statement, origin, package=top)
