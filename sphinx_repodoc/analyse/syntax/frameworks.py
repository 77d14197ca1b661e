"""The test framework that a file is written for, as far as its own text tells."""

from collections.abc import Collection, Iterable

from sphinx_repodoc.analyse.syntax.language import Syntax
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


def find_own(symbols: Iterable[Symbol], syntax: Syntax) -> frozenset[str]:
    """Find the functions of a file that only have the names of those that make test cases."""
    top = (symbol for symbol in symbols if symbol.kind == "function" and not symbol.parent)
    return syntax.providers & {symbol.name for symbol in top}


def _begins(module: str, beginning: str) -> bool:
    """Whether a module is the one that a beginning names, or a part or another version of it."""
    following = module.removeprefix(beginning)[:1]
    is_other = beginning[-1].isalnum() and (following.isalpha() or following == "-")
    return module.startswith(beginning) and not is_other


def _bind(statement: ImportStatement) -> set[str]:
    return {statement.alias, *(name.alias or name.name for name in statement.names)}
