"""The test frameworks that the syntax of a file shows, and what runs their tests."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import NamedTuple

from sphinx_repodoc.model.facts import DeclarationKind
from sphinx_repodoc.model.files import ROOT
from sphinx_repodoc.model.paths import to_shell
from sphinx_repodoc.relate.repository import Repository


class Framework(NamedTuple):
    """A test framework, and why a file is known to be written for it."""

    name: str
    reason: str
    """One sentence."""
    command: str = ""
    """Runs the tests of a file in the folder of the manifest: ``{path}``, ``{folder}`` are to fill;
    empty where the files alone do not tell."""
    manifest: str = ""
    """The name of the file that must lie in a folder above for the command to work."""
    task: str = ""
    """What that file must declare."""

    def find_command(
        self, repository: Repository, path: PurePosixPath
    ) -> tuple[str, PurePosixPath | None]:
        """Return what runs the tests in a file, and the file that proves it."""
        manifest = self._find_manifest(repository, path) if self.command else None
        if manifest is None:
            return "", None
        home = manifest.parent
        within = path.relative_to(home)
        line = self.command.format(path=to_shell(within), folder=to_shell(within.parent))
        return (line if home == ROOT else f"cd {to_shell(home)} && {line}"), manifest

    def _find_manifest(self, repository: Repository, path: PurePosixPath) -> PurePosixPath | None:
        above = (folder / self.manifest for folder in path.parents)
        nearest = next((each for each in above if each in repository.files), None)
        if nearest is None or not self.task:
            return nearest
        facts = repository.facts.get(nearest)
        declared = facts.declarations if facts else ()
        tasks = {each.name for each in declared if each.kind is DeclarationKind.TASK}
        return nearest if self.task in tasks else None


FRAMEWORKS: Mapping[str, Framework] = MappingProxyType(
    {
        "testing": Framework(
            "go test",
            "Its functions have the names and parameters of Go's tests.",
            "go test ./{folder}",
            "go.mod",
        ),
    }
)
"""By the names that queries give them."""
