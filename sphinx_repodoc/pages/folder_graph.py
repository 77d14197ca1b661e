"""The imports within, into and out of each folder: sorted out once for a survey."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePosixPath
from types import MappingProxyType

from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.import_contexts import OUTSIDE_FUNCTIONS
from sphinx_repodoc.model.relations import Origin, Relation
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.model.words import counted

ALIKE: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("JSX", "TSX", "TypeScript"), "JavaScript"),
        **dict.fromkeys(("C++", "CUDA", "Objective-C", "Objective-C++"), "C"),
        **dict.fromkeys(("Kotlin", "Scala"), "Java"),
        "FortranFixed": "Fortran",
    }
)
"""Languages whose imports name the same packages as another's."""

Pair = tuple[PurePosixPath, PurePosixPath]


@dataclass(slots=True)
class Bundle:
    """Imports that lead from one part to another."""

    first: Relation
    imports: int = 0
    """How many statements import: one may lead to several files."""
    source: PurePosixPath | None = None
    """The file whose statements were counted last, which are on these lines."""
    lines: set[int] = field(default_factory=set)
    outside: Relation | None = None
    """The first outside functions."""


@dataclass(slots=True)
class Traffic:
    """The imports that have to do with one folder, by the parts that they join."""

    inside: dict[Pair, Bundle] = field(default_factory=dict)
    uses: dict[Pair, Bundle] = field(default_factory=dict)
    used_by: dict[Pair, Bundle] = field(default_factory=dict)
    outside: dict[Origin, dict[tuple[str, str], dict[PurePosixPath, int]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(dict))
    )
    """Files that import a package from elsewhere, each with the line, by the package's origin, and
    by its name and the language."""
    languages: set[str] = field(default_factory=set)
    """Of the files below the folder that import something."""


@lru_cache(maxsize=1)
def find_traffic(survey: Survey) -> Mapping[PurePosixPath, Traffic]:
    """Sort the imports of all files by the folders that they concern."""
    traffic: dict[PurePosixPath, Traffic] = defaultdict(Traffic)
    chains = {path: _chain(path) for path in (*survey.files, *survey.listing.elsewhere)}
    outside, lines = set(_lines_outside(survey)), dict(_lines_of_names(survey))
    for relation in _imports(survey):
        line = lines.get((relation.source, relation.line), relation.line)
        is_outside = (relation.source, line) in outside
        _sort_in(traffic, relation, chains, line, is_outside=is_outside)
    for path, dependencies in survey.dependencies.items():
        language = survey.find_language(path)
        for dependency in dependencies:
            if dependency.origin in {Origin.THIRD_PARTY, Origin.STANDARD_LIBRARY}:
                package = dependency.outsider, ALIKE.get(language, language)
                line = dependency.statement.proof_line
                for folder in path.parents:
                    files = traffic[folder].outside[dependency.origin][package]
                    files.setdefault(path, line)
    for path in filter(survey.dependencies.get, survey.dependencies):
        for folder in filter(traffic.__contains__, path.parents):
            traffic[folder].languages.add(survey.find_language(path))
    return dict(traffic)


@lru_cache(maxsize=1)
def find_importers(survey: Survey) -> Mapping[PurePosixPath, tuple[Place, ...]]:
    """Return for each file one place in each of the files that import it."""
    found: dict[PurePosixPath, dict[PurePosixPath, Place]] = defaultdict(dict)
    for relation in _imports(survey):
        found[relation.target].setdefault(relation.source, place_of(relation))
    return {path: tuple(places.values()) for path, places in found.items()}


def count_users(path: PurePosixPath, places: Sequence[Place]) -> str:
    """Say in how many files places are, and how many of these lie in other folders than a file."""
    far = sum(place.path.parent != path.parent for place in places)
    files = counted(len(places), "file")
    if not far:
        return files
    if far == len(places):
        return f"{files} of {'another folder' if far == 1 else 'other folders'}"
    return f"{files}, {far:,} of {'another folder' if far == 1 else 'other folders'}"


def place_of(relation: Relation) -> Place:
    """Return the line that proves an import."""
    return Place(relation.source, Span(relation.line, relation.line))


def _imports(survey: Survey) -> Iterator[Relation]:
    for relations in survey.relations.values():
        for relation in relations:
            if relation.is_import:
                yield relation


def _lines_outside(survey: Survey) -> Iterator[tuple[PurePosixPath, int]]:
    for path, dependencies in survey.dependencies.items():
        for dependency in dependencies:
            statement = dependency.statement
            if statement.context in OUTSIDE_FUNCTIONS:
                yield path, statement.proof_line


def _lines_of_names(survey: Survey) -> Iterator[tuple[tuple[PurePosixPath, int], int]]:
    """Yield each place of a name that a statement takes, with the line of the statement."""
    for path, dependencies in survey.dependencies.items():
        for dependency in dependencies:
            statement = dependency.statement
            yield from (((path, name.line), statement.proof_line) for name in statement.names)


def _chain(path: PurePosixPath) -> tuple[PurePosixPath, ...]:
    """Return the folders around a path, the root first, and the path itself."""
    return (*reversed(path.parents), path)


def _sort_in(
    traffic: dict[PurePosixPath, Traffic],
    relation: Relation,
    chains: Mapping[PurePosixPath, tuple[PurePosixPath, ...]],
    line: int,
    *,
    is_outside: bool,
) -> None:
    """Count an import in the folder that holds both files, and in those that hold one.

    :param line: that of the statement
    """
    source, target = chains[relation.source], chains[relation.target]
    common = 0
    while source[common + 1] == target[common + 1]:
        common += 1
    meeting = traffic[source[common]].inside
    _count(meeting, (source[common + 1], target[common + 1]), relation, line, is_outside)
    for folder in source[common + 1 : -1]:
        pair = (folder, target[common + 1])
        _count(traffic[folder].uses, pair, relation, line, is_outside)
    for folder in target[common + 1 : -1]:
        pair = (source[common + 1], folder)
        _count(traffic[folder].used_by, pair, relation, line, is_outside)


def _count(
    bundles: dict[Pair, Bundle],
    pair: Pair,
    relation: Relation,
    line: int,
    is_outside: bool,  # noqa: FBT001 - one of two counts
) -> None:
    bundle = bundles.get(pair)
    if bundle is None:
        bundle = bundles[pair] = Bundle(relation)
    elif relation.source == bundle.first.source and relation.line < bundle.first.line:
        bundle.first = relation
    if bundle.source != relation.source:
        bundle.source, bundle.lines = relation.source, set()
    if line not in bundle.lines:
        bundle.lines.add(line)
        bundle.imports += 1
    if is_outside:
        bundle.outside = min(bundle.outside or relation, relation, key=_by_place)


def _by_place(relation: Relation) -> tuple[PurePosixPath, int]:
    return relation.source, relation.line
