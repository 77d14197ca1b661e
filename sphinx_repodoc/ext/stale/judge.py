"""Which citations are dead for certain, since when, and what is perhaps meant now."""

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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
from sphinx_repodoc.scan.gone import Gone, Word, find_removals, holds


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation, and where it is written."""

    citation: Citation
    folder: str
    """Of the document, from the repository root."""
    document: str
    """The document's file."""

    @property
    def source(self) -> str:
        """What it is written in, as warnings name it: perhaps a docstring that is shown there."""
        return self.citation.source or self.document

    @property
    def suffix(self) -> str:
        """The suffix of the file that it is written in."""
        return PurePosixPath(self.source.partition(":docstring of ")[0]).suffix


@dataclass(frozen=True, slots=True)
class Loss:
    """A name that is cited and that a file does not have."""

    path: PurePosixPath
    names: Sequence[str]
    """The nested names that are cited."""
    word: str
    """The one of them that is nowhere in the file."""
    text: str
    """What must have been in the documents."""
    start: str
    """What is written before the names."""


class Judge:
    """Judges citations by what is in the repository and what was.

    A path or a name counts as dead only if the documents cited it while it was there: what never
    existed may be an example, and so may what went before anyone wrote of it.
    """

    def __init__(self, survey: Survey, past: Past) -> None:
        self._survey = survey
        self._past = past
        self._names = Names(survey)

    def find_faults(self, cited: Iterable[Cited]) -> Iterator[tuple[Cited, str]]:
        """Yield the citations that are surely wrong, and what is wrong, with what to write."""
        judged = [(each, self._judge(each)) for each in cited]
        losses = [loss for _, loss in judged if isinstance(loss, Loss)]
        removals = self._find_removals({(loss.path, loss.word) for loss in losses})
        for each, found in judged:
            fault = self._say_lost(found, removals, each) if isinstance(found, Loss) else found
            if fault:
                yield each, fault

    def _judge(self, cited: Cited) -> str | Loss:
        """Say what is wrong; empty if nothing is for certain."""
        if cited.citation.kind is CitationKind.NAME:
            return self._judge_name(cited)
        if cited.citation.kind is CitationKind.URL:
            return self._judge_url(cited.citation.text)
        return self._judge_path(cited)

    def _judge_path(self, cited: Cited) -> str | Loss:
        found = PATH.fullmatch(cited.citation.text)
        if not found:
            return ""
        name = found["path"]
        is_relative = cited.citation.kind is CitationKind.LINK or name.startswith(".")
        folder = cited.folder if is_relative else "."
        place = PurePosixPath(posixpath.normpath(posixpath.join(folder, name)))
        if place.parts[:1] in {(), ("..",)}:
            return ""
        if self._past.has(place):
            if found["line"]:
                return self._judge_line(place, int(found["line"]))
            return self._judge_symbol(place, found["symbol"]) if found["symbol"] else ""
        gone = None if self._past.has_tail(place) else self._past.find(place)
        return self._say_gone(place, gone) if gone and self._was_cited(gone, name, cited) else ""

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

    def _judge_symbol(self, place: PurePosixPath, symbol: str) -> str | Loss:
        names = symbol.replace("::", ".").split(".")
        word = self._names.find_lost(place, names)
        return Loss(place, names, word, symbol, f"{quote_path(place)}::") if word else ""

    def _judge_name(self, cited: Cited) -> str | Loss:
        text = cited.citation.text
        path, names = self._names.find_module(text)
        word = self._names.find_lost(path, names) if path and names else ""
        if not path or not word:
            return ""
        if path.stem == "__init__" and word == names[0]:
            for place in (path.with_name(f"{word}.py"), path.parent / word):
                if gone := self._past.find(place):
                    is_stale = self._was_cited(gone, text, cited)
                    return self._say_gone(place, gone) if is_stale else ""
        return Loss(path, names, word, text, text.removesuffix(".".join(names)))

    def _find_removals(self, wanted: Collection[Word]) -> dict[Word, Gone]:
        """Return how words left their files: since the last commit, or as the log tells."""
        root, head = self._survey.root, self._survey.head.commit
        changed = [word for word in wanted if not self._survey.files[word[0]].is_committed]
        late = {
            (path, word): Gone("")
            for path, word in changed
            if holds(root, head, word, f":(literal){path}", "--word-regexp")
        }
        return (find_removals(root, head, wanted) | late) if head else {}

    def _say_lost(self, loss: Loss, removals: Mapping[Word, Gone], cited: Cited) -> str:
        gone = removals.get((loss.path, loss.word))
        if not gone or not self._was_cited(gone, loss.text, cited):
            return ""
        near = self._names.find_near(loss.path, loss.names, loss.word)
        hint = _hint([f"{loss.start}{name}" for name in near])
        return f"{quote_path(loss.path)} has no {loss.word} {_since(gone)}{hint}"

    def _was_cited(self, gone: Gone, text: str, cited: Cited) -> bool:
        """Whether documents had a text in them when what it names was there."""
        before = f"{gone.commit}^" if gone.commit else self._survey.head.commit
        return holds(self._survey.root, before, text, f"*{cited.suffix}")

    def _say_gone(self, place: PurePosixPath, gone: Gone) -> str:
        name = f"{quote_path(place)} is gone {_since(gone)}"
        if gone.new:
            return f"{name}: it is {quote_path(gone.new)} now"
        return name + _hint([quote_path(path) for path in self._past.find_near(place)])


def _since(gone: Gone) -> str:
    return f"since commit {gone.commit[:10]}" if gone.commit else "since the last commit"


def _hint(near: Sequence[str]) -> str:
    return f": did you mean {' or '.join(near)}?" if near else ""
