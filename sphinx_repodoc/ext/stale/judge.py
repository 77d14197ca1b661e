"""Which citations are dead for certain, since when, and what is perhaps meant now."""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from sphinx_repodoc.ext.stale.citations import PATH
from sphinx_repodoc.ext.stale.forge_links import find_path
from sphinx_repodoc.ext.stale.names import Names
from sphinx_repodoc.ext.stale.past import Past
from sphinx_repodoc.model.citations import Citation, CitationKind
from sphinx_repodoc.model.files import FileKind
from sphinx_repodoc.model.paths import quote_path
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.scan.gone import Gone, find_removal, holds


@dataclass(frozen=True, slots=True)
class Author:
    """Who cites: a document, or a docstring or other file that it holds."""

    folder: str
    """Of the document, from the repository root."""
    suffix: str
    """Of the file that the citation is written in."""


class Judge:
    """Judges citations by what is in the repository and what was.

    A path or a name counts as dead only if the documents cited it while it was there: what never
    existed may be an example, and so may what went before anyone wrote of it.
    """

    def __init__(self, survey: Survey, past: Past) -> None:
        self._survey = survey
        self._past = past
        self._names = Names(survey)

    def find_fault(self, citation: Citation, author: Author) -> str:
        """Say what is wrong with a citation, and what to write; empty if nothing surely is."""
        if citation.kind is CitationKind.NAME:
            return self._judge_name(citation.text, author)
        if citation.kind is CitationKind.URL:
            return self._judge_url(citation.text)
        return self._judge_path(citation, author)

    def _judge_path(self, citation: Citation, author: Author) -> str:
        found = PATH.fullmatch(citation.text)
        if not found:
            return ""
        name = found["path"]
        is_relative = citation.kind is CitationKind.LINK or name.startswith(".")
        place = PurePosixPath(
            posixpath.normpath(posixpath.join(author.folder if is_relative else ".", name))
        )
        if place.parts[:1] in {(), ("..",)}:
            return ""
        if self._past.has(place):
            if found["line"]:
                return self._judge_line(place, int(found["line"]))
            return self._judge_symbol(place, found["symbol"], author) if found["symbol"] else ""
        if self._past.has_tail(place):
            return ""
        gone = self._past.find(place)
        return self._say_gone(place, gone) if gone and self._was_cited(gone, name, author) else ""

    def _judge_url(self, url: str) -> str:
        place, line = find_path(self._survey, url)
        if place is None:
            return ""
        if self._past.has(place):
            return self._judge_line(place, line)
        gone = self._past.find(place)
        return self._say_gone(place, gone) if gone else ""

    def _judge_line(self, place: PurePosixPath, line: int) -> str:
        file = self._survey.files.get(place)
        if not file or file.kind is not FileKind.TEXT or line <= file.lines:
            return ""
        return f"{quote_path(place)} has no line {line}: its last one is {file.lines}"

    def _judge_symbol(self, place: PurePosixPath, symbol: str, author: Author) -> str:
        names = symbol.replace("::", ".").split(".")
        return self._judge_names(place, names, symbol, f"{quote_path(place)}::", author)

    def _judge_name(self, text: str, author: Author) -> str:
        path, names = self._names.find_module(text)
        if path is None or not names:
            return ""
        if path.stem == "__init__":
            for place in (path.with_name(f"{names[0]}.py"), path.parent / names[0]):
                gone = self._past.find(place)
                if gone and self._names.find_lost(path, names[:1]):
                    is_stale = self._was_cited(gone, text, author)
                    return self._say_gone(place, gone) if is_stale else ""
        start = text.removesuffix(".".join(names))
        return self._judge_names(path, names, text, start, author)

    def _judge_names(
        self, path: PurePosixPath, names: Sequence[str], text: str, start: str, author: Author
    ) -> str:
        """Judge nested names in a file.

        :param start: what is written before them
        """
        lost = self._names.find_lost(path, names)
        if not lost or not self._survey.head.commit:
            return ""
        gone = find_removal(self._survey.root, self._survey.head.commit, path, lost)
        if not gone or not self._was_cited(gone, text, author):
            return ""
        near = [f"{start}{name}" for name in self._names.find_near(path, names, lost)]
        return f"{quote_path(path)} has no {lost} {_since(gone)}{_hint(near)}"

    def _was_cited(self, gone: Gone, text: str, author: Author) -> bool:
        """Whether documents had a text in them when what it names was there."""
        before = f"{gone.commit}^" if gone.commit else self._survey.head.commit
        return holds(self._survey.root, before, text, f"*{author.suffix}")

    def _say_gone(self, place: PurePosixPath, gone: Gone) -> str:
        name = f"{quote_path(place)} is gone {_since(gone)}"
        if gone.new:
            return f"{name}: it is {quote_path(gone.new)} now"
        return name + _hint([quote_path(path) for path in self._past.find_near(place)])


def _since(gone: Gone) -> str:
    return f"since commit {gone.commit[:10]}" if gone.commit else "since the last commit"


def _hint(near: Sequence[str]) -> str:
    return f": did you mean {' or '.join(near)}?" if near else ""
