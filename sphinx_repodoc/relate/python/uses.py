"""Which symbols the names that Python files use are."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from sphinx_repodoc.model.facts import ImportStatement
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.uses import Named
from sphinx_repodoc.relate.python.names import STUB, Definition, NameIndex, index_names
from sphinx_repodoc.relate.repository import Repository

NOWHERE = Span(0, 0)


def find_named(repository: Repository) -> Iterator[Named]:
    """Yield the symbols that Python files name, and where."""
    facts = repository.of("Python")
    indices = index_names(repository, facts)
    of_sources, of_stubs = _Resolver(indices.of_sources), _Resolver(indices.of_stubs)
    for path, found in facts.items():
        resolver = of_stubs if path.suffix == STUB else of_sources
        for use in found.uses:
            module, _, name = use.name.partition(":")
            if not module:
                symbol, _, attributes = name.partition(":")
                yield Named(path, symbol, path, use.lines, attributes)
            elif definition := resolver.find(path, module, name):
                symbol, _, attributes = definition.symbol.partition(".")
                yield Named(definition.path, symbol, path, use.lines, attributes)


@dataclass(slots=True)
class _Resolver:
    """Finds what names of modules are; keeps what it found."""

    names: NameIndex
    _known: dict[tuple[PurePosixPath, str, str], Definition | None] = field(default_factory=dict)

    def find(self, path: PurePosixPath, module: str, name: str) -> Definition | None:
        """Find what a file means by a name of a module as it writes it."""
        # a package's own imports are looked up apart: see what is bound to itself
        home = path if path.stem == "__init__" else path.parent
        key = home, module, name
        if key not in self._known:
            self._known[key] = self._follow(path, module, name)
        return self._known[key]

    def _follow(self, path: PurePosixPath, module: str, name: str) -> Definition | None:
        bare = module.lstrip(".")
        statement = ImportStatement(bare, NOWHERE, level=len(module) - len(bare))
        found = self.names.find_module(path, statement)
        trail = frozenset({(path, name.partition(".")[0])})
        while found and name:
            first, _, rest = name.partition(".")
            definition = self.names.find_name(found, first, trail)
            if definition is None or definition.symbol:
                attributes = f".{rest}" if definition and rest else ""
                return definition and Definition(definition.path, definition.symbol + attributes)
            found, name, trail = self.names.modules.at(definition.path), rest, frozenset()
        return None
