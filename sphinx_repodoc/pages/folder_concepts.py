"""What the section Key Concepts of a folder says."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePosixPath

from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.facts import Symbol
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.folder_parts import Concept, Concepts
from sphinx_repodoc.model.prose import first_sentence
from sphinx_repodoc.model.survey import Survey

MOST = 20
"""Number of symbols that are shown."""

PLACES = 3
"""Number of imports that are shown of each."""

Used = tuple[Symbol, PurePosixPath, tuple[Place, ...]]
"""A symbol, its file, and one import of it in each file that has one."""


def find_concepts(survey: Survey, path: PurePosixPath) -> Concepts | None:
    """Rank the symbols below a folder by the number of files that import them by name."""
    used = find_used(survey).get(path)
    if not used:
        return None
    return Concepts(path, tuple(_concept(each) for each in used[:MOST]), len(used))


@lru_cache(maxsize=1)
def find_used(survey: Survey) -> Mapping[PurePosixPath, list[Used]]:
    """Return the imported symbols below each folder, that of the most importing files first."""
    users: dict[tuple[PurePosixPath, str], dict[PurePosixPath, Place]] = defaultdict(dict)
    for source, dependencies in survey.dependencies.items():
        for dependency in dependencies:
            lines = {name.name: name.line for name in dependency.statement.names}
            for target in dependency.targets:
                if target.symbol and target.path != source:
                    line = lines.get(target.name) or dependency.statement.span.line
                    place = Place(source, Span(line, line))
                    users[target.path, target.symbol].setdefault(source, place)
    found: dict[PurePosixPath, list[Used]] = defaultdict(list)
    for (path, name), places in sorted(users.items(), key=lambda it: (-len(it[1]), it[0])):
        symbol = _symbol(survey, path, name) if path in survey.files else None
        if symbol:
            for folder in path.parents:
                found[folder].append((symbol, path, tuple(places.values())))
    return dict(found)


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
        users=len(places),
        places=places[:PLACES],
    )
