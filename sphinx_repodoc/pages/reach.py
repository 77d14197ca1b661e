"""How tests reach a file, and which files none reaches."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath

from sphinx_repodoc.model.cases import AMONG_TESTS
from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.relations import MANY, Reach
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.tool_files import BUILD_FILES, CONFIGURATIONS

FAMILIES: Mapping[str, str] = {
    "JavaScript": "ECMAScript",
    "JSX": "ECMAScript",
    "Lua": "Lua",
    "Python": "Python",
    "TSX": "ECMAScript",
    "TypeScript": "ECMAScript",
}
"""The languages in which nothing but an import leads from a test to what it tests, by what they are
parts of: in others, files see what others of the folder or the header define."""

DECLARING = (".d.ts", ".d.mts", ".d.cts", ".pyi")
"""How the names of files end that only declare what others define."""

RUN = frozenset({"function", "method", "class"})
"""Kinds of symbols that a test could run."""


def find_reach(survey: Survey, path: PurePosixPath) -> Reach | None:
    """Return how a file is reached or reaches others, where more than single imports tell it."""
    reach = survey.reach.get(path)
    if reach is None or not (reach.tests or reach.files):
        return None
    way = reach.way if len(reach.way) > 1 else ()
    return replace(
        reach, tests=min(reach.tests, MANY + 1), files=min(reach.files, MANY + 1), way=way
    )


def find_unreached(survey: Survey, folder: PurePosixPath) -> Iterator[PurePosixPath]:
    """Yield the programs of a folder that no test imports, directly or not."""
    found = survey.folders.get(folder)
    return (path for path in (found.files if found else ()) if is_unreached(survey, path))


def is_unreached(survey: Survey, path: PurePosixPath) -> bool:
    """Whether a program could be imported by tests in its language, and no test does."""
    file = survey.files[path]
    family = FAMILIES.get(file.language, "")
    is_aside = path in survey.reach or path in survey.suites or path.name.endswith(DECLARING)
    is_tool = path.name in CONFIGURATIONS or path.name in BUILD_FILES
    is_aside = is_aside or not AMONG_TESTS.isdisjoint(path.parts)
    facts = survey.facts.get(path, Facts())
    is_foreign = file.is_generated or file.is_vendored or bool(facts.generated_line)
    if is_aside or is_tool or is_foreign or family not in _find_tested(survey):
        return False
    return any(symbol.kind in RUN for symbol in facts.symbols)


@lru_cache(maxsize=1)
def _find_tested(survey: Survey) -> frozenset[str]:
    """Return the families of languages in which tests reach anything at all."""
    reaching = (path for path, reach in survey.reach.items() if reach.files)
    return frozenset(
        family for path in reaching if (family := FAMILIES.get(survey.find_language(path)))
    )
