"""The test framework that a file is written for, as far as its own text tells."""

from collections.abc import Iterable

from sphinx_repodoc.analyse.syntax.language import Syntax
from sphinx_repodoc.model.cases import UNNAMED
from sphinx_repodoc.model.facts import ImportStatement, Symbol


def find_framework(
    imports: Iterable[ImportStatement], symbols: Iterable[Symbol], syntax: Syntax
) -> str:
    """Find the framework of the cases that do not tell it; empty where they are none after all."""
    statements = list(imports)
    for beginning, framework in syntax.frameworks:
        if beginning and any(_begins(each.module, beginning) for each in statements):
            return framework
    providing = (each.module for each in statements if not syntax.providers.isdisjoint(_bind(each)))
    if module := next(filter(None, providing), ""):
        return module if module[0].isalpha() or module[0] == "@" else UNNAMED
    own = {s.kind for s in symbols if not s.parent and s.name in syntax.providers}
    if own:
        return "" if "function" in own else UNNAMED
    return next((name for beginning, name in syntax.frameworks if not beginning), "")


def _begins(module: str, beginning: str) -> bool:
    """Whether a module is the one that a beginning names, or a part or another version of it."""
    following = module.removeprefix(beginning)[:1]
    is_other = beginning[-1].isalnum() and (following.isalpha() or following == "-")
    return module.startswith(beginning) and not is_other


def _bind(statement: ImportStatement) -> set[str]:
    return {statement.alias, *(name.alias or name.name for name in statement.names)}
