"""The roles of the domain: ``:repo:file:``, ``:repo:folder:``, ``:repo:symbol:``."""

import posixpath

from docutils import nodes
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole

from sphinx_repodoc.model.paths import split_lines


class FileRole(XRefRole):
    """A file, or with ``#L10-L20`` lines of it.

    A target that starts with a dot-slash is looked for from the document's own folder; ``~`` before
    it shows the last part only.
    """

    innernodeclass = nodes.literal

    def process_link(
        self,
        env: BuildEnvironment,
        refnode: nodes.Element,
        has_explicit_title: bool,  # noqa: FBT001
        title: str,
        target: str,
    ) -> tuple[str, str]:
        """Return the title to show and the path from the root."""
        if not has_explicit_title and target.startswith("~"):
            target = target[1:]
            title = self.short(target)
        full = self.full(env, target)
        env.domains["repo"].note_target(env.docname, refnode["reftype"], full)  # type: ignore[attr-defined]
        return title, full

    def short(self, target: str) -> str:
        """Return what ``~`` shows of a target."""
        return target.rstrip("/").rpartition("/")[2]

    def full(self, env: BuildEnvironment, target: str) -> str:
        """Return a target from the repository root."""
        if not target.startswith(("./", "../")):
            return target
        name, fragment = split_lines(target)
        folder = env.domains["repo"].folder_of(env.docname)  # type: ignore[attr-defined]
        return posixpath.normpath(posixpath.join(folder, name)) + "#" * bool(fragment) + fragment


class FolderRole(FileRole):
    """A folder; a slash at its end may be written."""

    def full(self, env: BuildEnvironment, target: str) -> str:
        """Return a target from the repository root, without the slash."""
        return super().full(env, target).rstrip("/") or "."


class SymbolRole(FileRole):
    """A symbol: ``path::Qualified.name``, or as much of its end as names one symbol."""

    def short(self, target: str) -> str:
        """Return the last part of the qualified name."""
        return target.rpartition("::")[2].rpartition(".")[2]

    def full(self, env: BuildEnvironment, target: str) -> str:
        """Return a target with its path from the repository root."""
        path, separator, name = target.rpartition("::")
        return super().full(env, path) + separator + name if separator else target
