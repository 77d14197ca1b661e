"""Names in files, and which of them are surely not there."""

import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import PurePosixPath

from sphinx_repodoc.errors import ChangedError
from sphinx_repodoc.ext.index import nearest_names
from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.scan.files import read_text

DYNAMIC = re.compile(r"\b(?:__getattr__|globals|locals|vars|setattr|exec|sys\.modules|__path__)\b")
"""What can give a module or a class names that its text does not show."""

PLAIN_BASES = frozenset({"object"})


class Names:
    """What the files of a survey define."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey

    def find_module(self, text: str) -> tuple[PurePosixPath | None, list[str]]:
        """Return the file of the module that a dotted name begins with, and the names in it."""
        parts = text.split(".")
        for length in range(len(parts), 0, -1):
            if path := self._modules.get(".".join(parts[:length])):
                return path, parts[length:]
        return None, []

    def find_lost(self, path: PurePosixPath, names: Sequence[str]) -> str:
        """Return the one of nested names that a file surely lacks; empty if none."""
        file, facts = self._survey.files.get(path), self._survey.facts.get(path)
        if not file or not facts or not _is_certain(facts) or self._has_beside(path, names[0]):
            return ""
        try:
            text = read_text(self._survey.root, file)
        except ChangedError:
            return ""
        if DYNAMIC.search(text):
            return ""
        for depth, name in enumerate(names):
            if not re.search(rf"\b{re.escape(name)}\b", text):
                return name
            if not _is_plain_class(facts, ".".join(names[: depth + 1])):
                return ""
        return ""

    def find_near(self, path: PurePosixPath, names: Sequence[str], lost: str) -> list[str]:
        """Return the qualified names in a file that resemble a lost one and stand beside it."""
        parent = ".".join(names[: names.index(lost)])
        facts = self._survey.facts[path]
        known = [symbol.qualified_name for symbol in facts.symbols if symbol.parent == parent]
        return nearest_names(f"{parent}.{lost}".removeprefix("."), known)

    @cached_property
    def _modules(self) -> dict[str, PurePosixPath]:
        return {name: path for path, name in self._survey.modules.items()}

    def _has_beside(self, path: PurePosixPath, name: str) -> bool:
        """Whether a package has a module of a name, be it one that nobody analysed."""
        if path.stem != "__init__":
            return False
        folder = self._survey.root / path.parent
        return any(each.name.partition(".")[0] == name for each in folder.iterdir())


def _is_certain(facts: Facts) -> bool:
    """Whether all names that a file may define are in its text."""
    has_star = any(name.name == "*" for each in facts.imports for name in each.names)
    return not (facts.errors or facts.is_partial or has_star) and facts.is_structured


def _is_plain_class(facts: Facts, name: str) -> bool:
    """Whether a name is that of one class that gets its members from nowhere else."""
    found = [symbol for symbol in facts.symbols if symbol.qualified_name == name]
    return (
        len(found) == 1
        and found[0].kind == "class"
        and not found[0].decorators
        and PLAIN_BASES.issuperset(found[0].bases)
    )
