"""Which files the include directives of C and its kin lead to.

A quoted name is looked for beside the file first, then, as a bracketed one, in the folders that
hold the headers: no build says which these are, so a name means the one file whose path ends in it;
of several the one nearest to the file, if one is. A name that a build may make a file of, one
that a system may have, and one of a file that serves examples lead nowhere for certain.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from sphinx_repodoc.model.facts import ImportStatement
from sphinx_repodoc.model.files import FileKind
from sphinx_repodoc.model.paths import find_nearest
from sphinx_repodoc.model.relations import Dependency, Origin, Relation, RelationKind
from sphinx_repodoc.relate.c_headers import BUILT, STANDARD_HEADERS, SYSTEM_HEADERS
from sphinx_repodoc.relate.repository import Dependencies, Repository

HEADER_SUFFIXES = frozenset({".h", ".hh", ".hpp", ".hxx", ".cuh"})

SERVING = (
    "bench benchmark benchmarks demo demos doc docs example examples fuzz sample samples test "
    "testing tests unittest unittests"
)

ASIDE = frozenset(SERVING.split())
"""Names of folders with files that nothing outside of such folders is built with."""

LANGUAGES = ("C", "C++", "CUDA", "Objective-C", "Objective-C++")


def resolve(repository: Repository) -> Dependencies:
    """Resolve the include directives of each file."""
    headers = Headers(repository)
    return {
        path: tuple(_part([headers.resolve(path, statement) for statement in facts.imports]))
        for path, facts in repository.of(*LANGUAGES).items()
        if facts.imports
    }


def _part(found: Sequence[Dependency]) -> Iterator[Dependency]:
    """Part the system's header from the file that takes its place where there is none."""
    quoted = {each.path for each in found if not each.statement.module.startswith("<")} - {None}
    for each in found:
        is_system = each.statement.module.startswith("<") and each.path in quoted
        yield Dependency(each.statement, Origin.THIRD_PARTY) if is_system else each


def find_headers(imports: Iterable[Relation]) -> Iterator[Relation]:
    """Find the headers whose implementation a file is: it includes the one of its own name."""
    for relation in imports:
        source, target = relation.source, relation.target
        is_pair = source.stem == target.stem and target.suffix in HEADER_SUFFIXES
        if is_pair and source.suffix not in HEADER_SUFFIXES:
            yield replace(relation, kind=RelationKind.IMPLEMENTS)


class Headers:
    """The files that can be included, by the ends of their paths."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository

    def resolve(self, path: PurePosixPath, statement: ImportStatement) -> Dependency:
        """Find the file that a directive in a file means."""
        is_bracketed = statement.module.startswith("<")
        name = statement.module.strip("<>")
        if not is_bracketed and (beside := self._repository.find(str(path.parent), name)):
            return Dependency(statement, Origin.REPOSITORY, beside)
        if name in STANDARD_HEADERS and is_bracketed:
            return Dependency(statement, Origin.STANDARD_LIBRARY)
        found = self._find(path, name)
        is_doubtful = is_bracketed and name in SYSTEM_HEADERS
        is_doubtful = is_doubtful or any(_is_aside(path, each, name) for each in found)
        if len(found) == 1 and not is_doubtful and not self._is_built(path, found[0]):
            return Dependency(statement, Origin.REPOSITORY, found[0])
        if name in STANDARD_HEADERS:
            return Dependency(statement, Origin.STANDARD_LIBRARY)
        is_outside = is_bracketed and not found
        return Dependency(statement, Origin.THIRD_PARTY if is_outside else Origin.UNRESOLVED)

    def _find(self, path: PurePosixPath, name: str) -> Sequence[PurePosixPath]:
        """Return the files that a name may mean, those nearest to a file only."""
        if ".." in name.split("/"):
            return []
        ending = f"/{name}"
        named = self._repository.by_name.get(PurePosixPath(name).name, ())
        found = [each for each in named if self._fits(each, ending)]
        return find_nearest(found, path.parent.parts, lambda each: each.parent.parts)

    def _is_built(self, path: PurePosixPath, found: PurePosixPath) -> bool:
        """Whether a build may make a header of that name from what lies as near to a file."""
        names = (
            each.format(name=found.name, stem=found.stem, suffix=found.suffix) for each in BUILT
        )
        sources = [each for name in names for each in self._repository.by_name.get(name, ())]
        if found.parent in {each.parent for each in sources}:
            return False
        nearest = find_nearest([found, *sources], path.parent.parts, lambda each: each.parent.parts)
        return nearest != [found]

    def _fits(self, path: PurePosixPath, ending: str) -> bool:
        return f"/{path}".endswith(ending) and self._repository.files[path].kind is FileKind.TEXT


def _is_aside(path: PurePosixPath, found: PurePosixPath, name: str) -> bool:
    """Whether a header by its place only serves tests or examples, and a file is none of these.

    Whoever uses the file writes one of that name, such as a configuration.
    """
    around = found.parts[: -len(PurePosixPath(name).parts)]
    is_one = "test" in path.stem or not ASIDE.isdisjoint(path.parent.parts)
    return not is_one and not ASIDE.isdisjoint(around)
