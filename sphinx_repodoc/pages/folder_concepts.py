"""What the section Key Concepts of a folder says."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import PurePosixPath

from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.facts import Symbol
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.folder_parts import Concept, Concepts
from sphinx_repodoc.model.prose import first_sentence
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.folder_graph import count_users

MOST = 20
"""Number of symbols that are shown."""

PLACES = 3
"""Number of uses that are shown of each."""

Used = tuple[Symbol, PurePosixPath, tuple[Place, ...]]
"""A symbol, its file, and one line in each other file that imports or names it."""


def find_concepts(survey: Survey, path: PurePosixPath) -> Concepts | None:
    """Rank the symbols below a folder that other files use, by who imports or names them."""
    used = find_used(survey).get(path)
    if not used:
        return None
    return Concepts(path, tuple(_concept(each) for each in used[:MOST]), len(used))


@lru_cache(maxsize=1)
def find_used(survey: Survey) -> Mapping[PurePosixPath, list[Used]]:
    """Return the used symbols below each folder, that which ranks highest first."""
    users: dict[tuple[PurePosixPath, str], dict[PurePosixPath, Place]] = defaultdict(dict)
    for source, path, name, line in _find_uses(survey):
        if path != source:
            users[path, name].setdefault(source, Place(source, Span(line, line)))
    found: dict[PurePosixPath, list[Used]] = defaultdict(list)
    ranks = survey.ranks.symbols
    for path, name in sorted(users, key=lambda place: (-ranks.get(place, 0), place)):
        symbol = _symbol(survey, path, name) if path in survey.files else None
        if symbol:
            places = tuple(user for _, user in sorted(users[path, name].items()))
            for folder in path.parents:
                found[folder].append((symbol, path, places))
    return dict(found)


def _find_uses(survey: Survey) -> Iterator[tuple[PurePosixPath, PurePosixPath, str, int]]:
    """Yield the file and the line that import or name a symbol, and where that is.

    Imports may also lead to a name that a file defines twice, whose uses are not known apart.
    """
    for source, dependencies in survey.dependencies.items():
        for dependency in dependencies:
            lines = {name.name: name.line for name in dependency.statement.names}
            for target in dependency.targets:
                if target.symbol:
                    line = lines.get(target.name) or dependency.statement.span.line
                    yield source, target.path, target.symbol, line
    for path, symbols in survey.uses.items():
        for name, usages in symbols.items():
            yield from ((usage.path, path, name, usage.lines[0]) for usage in usages)


def _symbol(survey: Survey, path: PurePosixPath, name: str) -> Symbol | None:
    facts = survey.facts.get(path)
    symbols = facts.symbols if facts else ()
    return next((symbol for symbol in symbols if symbol.qualified_name == name), None)


def _concept(used: Used) -> Concept:
    symbol, path, places = used
    return Concept(
        path=path,
        symbol=symbol.qualified_name,
        kind=symbol.kind,
        span=symbol.span,
        summary=first_sentence(symbol.documentation),
        users=count_users(path, places),
        more=max(0, len(places) - PLACES),
        places=places[:PLACES],
    )
