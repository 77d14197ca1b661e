"""What the resolvers of imports look at, and what they make of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from posixpath import normpath
from typing import TypeAlias

from sphinx_repodoc.model.facts import Declaration, DeclarationKind, Facts
from sphinx_repodoc.model.files import FileKind, SourceFile
from sphinx_repodoc.model.relations import Dependency

Dependencies: TypeAlias = dict[PurePosixPath, tuple[Dependency, ...]]


@dataclass(frozen=True)
class Repository:
    """The files of a repository and what is in each."""

    files: Mapping[PurePosixPath, SourceFile]
    facts: Mapping[PurePosixPath, Facts]
    name: str = ""
    """Of its folder, which may itself be a package."""

    @cached_property
    def texts(self) -> Mapping[str, PurePosixPath]:
        """The text files by their names from the root."""
        return {str(p): p for p, file in self.files.items() if file.kind is FileKind.TEXT}

    def of(self, *languages: str) -> dict[PurePosixPath, Facts]:
        """Return the facts of the files in some languages."""
        wanted = frozenset(languages)
        return {path: f for path, f in self.facts.items() if self.files[path].language in wanted}

    def declared(
        self, kind: DeclarationKind, *names: str
    ) -> Iterator[tuple[PurePosixPath, Declaration]]:
        """Yield what files of some names declare."""
        for path, facts in self.facts.items():
            if facts.declarations and path.name in names:
                yield from ((path, each) for each in facts.declarations if each.kind is kind)

    @cached_property
    def imported(self) -> Mapping[str, frozenset[str]]:
        """The first parts of the names that files import, by language."""
        found = {
            language: frozenset(name.partition("/")[0] for name in names)
            for language, names in self.modules.items()
        }
        return defaultdict(frozenset, found)

    @cached_property
    def modules(self) -> Mapping[str, frozenset[str]]:
        """The names that files import, by language."""
        found: dict[str, set[str]] = defaultdict(set)
        for path, facts in self.facts.items():
            found[self.files[path].language] |= {each.module for each in facts.imports}
        return defaultdict(frozenset, {name: frozenset(each) for name, each in found.items()})

    @cached_property
    def _names(self) -> Mapping[str, PurePosixPath]:
        return {str(path): path for path in self.files}

    @cached_property
    def by_name(self) -> Mapping[str, list[PurePosixPath]]:
        """The files by the last parts of their paths."""
        by_name: dict[str, list[PurePosixPath]] = defaultdict(list)
        for path in self.files:
            by_name[path.name].append(path)
        return by_name

    def find(self, *parts: str) -> PurePosixPath | None:
        """Return the file that a name means in a folder; None if there is none."""
        return self._names.get(normpath("/".join(parts)))

    @cached_property
    def _folders(self) -> Mapping[str, PurePosixPath]:
        return {str(folder): folder for path in self.files for folder in path.parents}

    @cached_property
    def folder_names(self) -> frozenset[str]:
        """The last parts of the paths of folders."""
        return frozenset(folder.name for folder in self._folders.values())

    def find_folder(self, *parts: str) -> PurePosixPath | None:
        """Return the folder with files that a name means in a folder; None if there is none."""
        return self._folders.get(normpath("/".join(parts)))
