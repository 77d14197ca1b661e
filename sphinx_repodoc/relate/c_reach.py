"""Which files a file of C includes, directly or through others, and how certain that is."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from pathlib import PurePosixPath

from sphinx_repodoc.model.relations import Dependency
from sphinx_repodoc.relate.c import HEADER_SUFFIXES
from sphinx_repodoc.relate.repository import Dependencies, Repository

KEPT = 4096
"""Number of files whose reach is kept: with all those of Linux it would take gigabytes."""


class Reach:
    """What files see of others."""

    def __init__(self, repository: Repository, dependencies: Dependencies) -> None:
        self._dependencies: Mapping[PurePosixPath, tuple[Dependency, ...]] = dependencies
        self._repository = repository
        self._known: dict[PurePosixPath, tuple[AbstractSet[PurePosixPath], bool]] = {}
        self.find = lru_cache(KEPT)(self._find)
        """Return a file and all that it includes, and whether no other file can be meant."""

    def _find(self, path: PurePosixPath) -> tuple[AbstractSet[PurePosixPath], bool]:
        # what a header means is decided by the file that includes it too
        reach, pending, is_exact = {path}, [path], path.suffix not in HEADER_SUFFIXES
        while pending:
            included, is_certain = self._read(pending.pop())
            is_exact = is_exact and is_certain
            pending += included - reach
            reach |= included
        return reach, is_exact

    def _read(self, path: PurePosixPath) -> tuple[AbstractSet[PurePosixPath], bool]:
        """Return what a file itself includes, and whether no other file can be meant."""
        if path not in self._known:
            directives = self._dependencies.get(path, ())
            included = frozenset(each.path for each in directives if each.path)
            self._known[path] = included, all(self._is_exact(path, each) for each in directives)
        return self._known[path]

    def _is_exact(self, path: PurePosixPath, dependency: Dependency) -> bool:
        """Whether a directive can mean but one file: one beside the file, or the only one."""
        module = dependency.statement.module
        name = module.strip("<>")
        if dependency.path and dependency.path == self._repository.find(str(path.parent), name):
            return module == name
        named = self._repository.by_name.get(PurePosixPath(name).name, ())
        fits = [each for each in named if f"/{each}".endswith(f"/{name.lstrip('./')}")]
        return len(fits) <= 1
