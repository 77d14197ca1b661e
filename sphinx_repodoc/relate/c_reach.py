"""Which files a file of C includes, directly or through others, and how certain that is."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Literal, NamedTuple

from sphinx_repodoc.model.import_contexts import ImportContext
from sphinx_repodoc.model.relations import Dependency
from sphinx_repodoc.relate.c import HEADER_SUFFIXES
from sphinx_repodoc.relate.repository import Dependencies, Repository

KEPT = 4096
"""Number of files whose reach is kept: with all those of Linux it would take gigabytes."""


class Seen(NamedTuple):
    """What a file sees."""

    files: AbstractSet[PurePosixPath]
    """It, and all that it includes, directly or through others."""
    certain: AbstractSet[PurePosixPath]
    """Those of them that no condition keeps from being included."""
    is_exact: bool
    """Whether no directive can mean another file."""


class Reach:
    """What files see of others."""

    def __init__(self, repository: Repository, dependencies: Dependencies) -> None:
        self._dependencies: Mapping[PurePosixPath, tuple[Dependency, ...]] = dependencies
        self._repository = repository
        self._known: dict[PurePosixPath, Seen] = {}
        self.find = lru_cache(KEPT)(self._find)
        """Return what a file sees."""

    def _find(self, path: PurePosixPath) -> Seen:
        files, certain = self._follow(path, "files"), self._follow(path, "certain")
        # what a header means is decided by the file that includes it too
        is_header = path.suffix in HEADER_SUFFIXES
        return Seen(files, certain, not is_header and all(self._read(p).is_exact for p in files))

    def _follow(
        self, path: PurePosixPath, way: Literal["files", "certain"]
    ) -> AbstractSet[PurePosixPath]:
        reach, pending = {path}, [path]
        while pending:
            seen = self._read(pending.pop())
            new = (seen.files if way == "files" else seen.certain) - reach
            pending += new
            reach |= new
        return reach

    def _read(self, path: PurePosixPath) -> Seen:
        """Return what a file itself includes."""
        if path not in self._known:
            found = [each for each in self._dependencies.get(path, ()) if each.path]
            self._known[path] = Seen(
                frozenset(each.path for each in found if each.path),
                frozenset(each.path for each in found if each.path and _is_certain(each)),
                all(self._is_exact(path, each) for each in self._dependencies.get(path, ())),
            )
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


def _is_certain(dependency: Dependency) -> bool:
    return dependency.statement.context is ImportContext.MODULE
