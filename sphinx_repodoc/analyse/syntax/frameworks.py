"""The test framework that a file is written for, as far as its own text tells."""

from collections.abc import Collection, Iterable, Iterator

from sphinx_repodoc.analyse.complexity import Place
from sphinx_repodoc.analyse.syntax.language import Syntax
from sphinx_repodoc.analyse.syntax.reading import Reading
from sphinx_repodoc.analyse.syntax.symbols import Symbols
from sphinx_repodoc.model.cases import UNNAMED
from sphinx_repodoc.model.facts import ImportStatement, Symbol


def find_framework(
    imports: Collection[ImportStatement], symbols: Iterable[Symbol], syntax: Syntax
) -> str:
    """Find the framework of the cases that do not tell it; empty where none is known."""
    for beginning, framework in syntax.frameworks:
        if beginning and any(_begins(each.module, beginning) for each in imports):
            return framework
    providing = (each.module for each in imports if not syntax.providers.isdisjoint(_bind(each)))
    if module := next(filter(None, providing), ""):
        return module if module[0].isalpha() or module[0] == "@" else UNNAMED
    if any(s.name in syntax.providers and s.kind != "function" for s in symbols if not s.parent):
        return UNNAMED
    return next((name for beginning, name in syntax.frameworks if not beginning), "")


def find_hidden(reading: Reading, symbols: Symbols, syntax: Syntax) -> Iterator[tuple[str, Place]]:
    """Find where functions of the file have the names of those that make test cases."""
    closures = [node.byte_range for node in reading.nodes("closure")]
    for each in symbols.placed:
        if each.kind == "function" and each.qualified_name in syntax.providers:
            around = [place for place in closures if place[0] < each.start < place[1]]
            yield each.qualified_name, max(around, default=reading.root.byte_range)


def _begins(module: str, beginning: str) -> bool:
    """Whether a module is the one that a beginning names, or a part or another version of it."""
    following = module.removeprefix(beginning)[:1]
    is_other = beginning[-1].isalnum() and (following.isalpha() or following == "-")
    return module.startswith(beginning) and not is_other


def _bind(statement: ImportStatement) -> set[str]:
    return {statement.alias, *(name.alias or name.name for name in statement.names)}
