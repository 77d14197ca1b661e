"""Where every file, folder and symbol that documents show is to be found."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import NamedTuple

from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.paths import parse_path, quote_path, split_lines


class Shown(NamedTuple):
    """What one document shows of one file or folder."""

    path: str
    """Quoted."""
    is_folder: bool
    sections: tuple[str, ...]
    """Names of the sections that are asked for."""
    filled: tuple[str, ...]
    """Names of those that have something to say."""
    prefix: str
    """Put before the anchors of this path."""
    anchor: str
    """Anchor of the first section; empty where the whole document is the path's page."""
    has_listing: bool
    depth: int
    """The directive's option; 0 without it."""
    name_prefix: str | None
    """What the names of a keyword page start with; None on other pages."""
    digest: str
    children: list[tuple[str, str]]
    """Names and docnames that the toctree of a folder's own page lists."""
    symbols: str = ""
    """The symbols of the file, as :func:`write_symbols` writes them."""


class SymbolLines(NamedTuple):
    """A symbol of a file: the first of its name."""

    qualified_name: str
    line: int
    end_line: int

    @property
    def name(self) -> str:
        """The last part of its name."""
        return self.qualified_name.rpartition(".")[2]


def write_symbols(facts: Facts | None) -> str:
    """Write the first symbol of each name as a line: one string is kept for many objects."""
    symbols = facts.symbols if facts else ()
    lines = (
        f"{s.span.line} {s.span.end_line} {s.qualified_name}" for s in symbols if s.ordinal == 1
    )
    return "\n".join(lines)


def read_symbols(written: str) -> list[SymbolLines]:
    """Return the symbols that :func:`write_symbols` wrote."""
    lines = (line.split(" ", 2) for line in written.split("\n") if line)
    return [SymbolLines(name, int(first), int(last)) for first, last, name in lines]


class Place(NamedTuple):
    """Where an object is to be found."""

    docname: str
    anchor: str


def nearest_names(name: str, names: list[str]) -> list[str]:
    """Return at most three of `names` that resemble `name`, those of the same last part first."""
    last = name.rstrip("/").rpartition("/")[2].rpartition("::")[2]
    same = [known for known in names if known.endswith((f"/{last}", f"::{last}", f".{last}"))]
    tails = {known.rpartition("::")[2].rpartition("/")[2]: known for known in reversed(names)}
    alike = [tails[tail] for tail in get_close_matches(last, tails)]
    return list(dict.fromkeys([*same[:3], *get_close_matches(name, names), *alike]))[:3]


Candidate = tuple[Place, Shown]
"""A document that shows a path, and what it shows of it."""


class Index:
    """Where each path and symbol is shown best."""

    def __init__(
        self, documents: Mapping[str, Sequence[Shown]], pages: Mapping[PurePosixPath, str]
    ) -> None:
        self.files = _candidates(documents, pages, is_folder=False)
        self.folders = _candidates(documents, pages, is_folder=True)
        self._symbols: dict[PurePosixPath, list[SymbolLines]] = {}
        self._tails: dict[str, list[tuple[PurePosixPath, SymbolLines]]] | None = None

    def find(self, typ: str, target: str, *, is_exact: bool = False) -> dict[str, Place]:
        """Return the objects that a target may mean, by full name.

        :param is_exact: take lines for nowhere, rather than for their file, if nobody lists them;
            and for their first, since whether all have an anchor depends on the file's symbols
        """
        if typ == "any":
            kinds = ("file", "folder", "symbol")
            return {name: place for k in kinds for name, place in self.find(k, target).items()}
        try:
            if typ == "symbol":
                return self._find_symbols(target)
            if typ in {"entry", "keywords"}:
                place = self._entry(target) if typ == "entry" else self._keywords(target)
                return {target: place} if place else {}
            return self._find_path(typ, target, is_exact=is_exact)
        except ValueError:
            return {}

    def symbols(self, path: PurePosixPath) -> list[SymbolLines]:
        """Return the symbols of a shown file, the first of each name."""
        if path not in self._symbols:
            _, shown = self.files[path][0]
            self._symbols[path] = read_symbols(shown.symbols)
        return self._symbols[path]

    def symbol_places(self, path: PurePosixPath) -> Iterator[tuple[SymbolLines, Place]]:
        """Yield the symbols of a shown file with where each is."""
        symbols = self.symbols(path)
        places = list(self._find_places(path, symbols)) if symbols else []
        yield from zip(symbols, places, strict=False)

    def _find_places(self, path: PurePosixPath, symbols: Iterable[SymbolLines]) -> Iterator[Place]:
        """Yield where each symbol is: its entry, or its line in the listing; none if neither is."""
        for place, shown in self.files[path]:
            if "structure" in shown.filled:
                for symbol in symbols:
                    anchor = f"{shown.prefix}symbol-{symbol.qualified_name}"
                    yield Place(place.docname, anchor)
                return
        for place, shown in self.files[path]:
            if shown.has_listing:
                for symbol in symbols:
                    yield Place(place.docname, f"{shown.prefix}L{symbol.line}")
                return

    def symbol_place(self, path: PurePosixPath, symbol: SymbolLines) -> Place | None:
        """Return where a symbol of a shown file is, if any document tells."""
        return next(self._find_places(path, [symbol]), None)

    def line_place(self, path: PurePosixPath, fragment: str) -> Place | None:
        """Return where lines of a shown file are, if any document lists them."""
        first, _, last = fragment.partition("-")
        is_span = bool(last) and any(
            (first, last) == (f"L{s.line}", f"L{s.end_line}") for s in self.symbols(path)
        )
        for place, shown in self.files.get(path, ()):
            if shown.has_listing:
                return Place(place.docname, shown.prefix + (fragment if is_span else first))
        return None

    def _entry(self, target: str) -> Place | None:
        """Return the place of an entry that :meth:`~.Links.entry` names."""
        head, _, path = target.partition("\n")
        line, _, anchor = head.partition(":")
        for place, shown in self.files.get(parse_path(path), ()):
            if "structure" in shown.filled:
                return Place(place.docname, shown.prefix + anchor)
        return self.line_place(parse_path(path), f"L{line}")

    def _keywords(self, target: str) -> Place | None:
        """Return the place of a keyword index that :meth:`~.Links.keywords` names."""
        head, _, path = target.partition(":")
        prefix, slash, anchor = head.rpartition("/")
        return self.keywords_place(parse_path(path), prefix if slash else None, anchor)

    def keywords_place(
        self, path: PurePosixPath, prefix: str | None, anchor: str = ""
    ) -> Place | None:
        """Return where a keyword index of a folder is, or a bucket in it.

        Where no keyword page starts the index, the section of the folder stands for it.
        """
        places = {
            shown.name_prefix: Place(place.docname, shown.prefix + (anchor or "keywords"))
            for place, shown in reversed(self.folders.get(path, []))
            if "keywords" in shown.filled
        }
        return places.get(prefix) or (places.get(None) if prefix == "" else None)

    def _find_path(self, typ: str, target: str, *, is_exact: bool) -> dict[str, Place]:
        name, fragment = split_lines(target) if typ == "file" else (target, "")
        fragment = fragment.partition("-")[0] if is_exact else fragment
        path = parse_path(name)
        known = self.files if typ == "file" else self.folders
        if path not in known:
            return {}
        place = self.line_place(path, fragment) if fragment else None
        if fragment and not place and is_exact:
            return {}
        return {quote_path(path): place or known[path][0][0]}

    def _find_symbols(self, target: str) -> dict[str, Place]:
        name, separator, qualified = target.rpartition("::")
        if separator and (path := parse_path(name)) in self.files:
            candidates = [(path, s) for s in self.symbols(path) if s.qualified_name == qualified]
        else:
            tails = self._symbols_by_name().get(qualified.rpartition(".")[2], [])
            candidates = [
                (path, symbol)
                for path, symbol in tails
                if _is_tail(symbol.qualified_name, qualified, ".")
                and (not separator or _is_tail(quote_path(path), name, "/"))
            ]
        found = {
            f"{quote_path(path)}::{symbol.qualified_name}": self.symbol_place(path, symbol)
            for path, symbol in candidates
        }
        return {name: place for name, place in found.items() if place}

    def _symbols_by_name(self) -> dict[str, list[tuple[PurePosixPath, SymbolLines]]]:
        if self._tails is None:
            self._tails = defaultdict(list)
            for path in self.files:
                for symbol in self.symbols(path):
                    self._tails[symbol.name].append((path, symbol))
        return self._tails


def _is_tail(name: str, tail: str, separator: str) -> bool:
    return name == tail or name.endswith(separator + tail)


def _candidates(
    documents: Mapping[str, Sequence[Shown]],
    pages: Mapping[PurePosixPath, str],
    *,
    is_folder: bool,
) -> dict[PurePosixPath, list[Candidate]]:
    """Return for each path the documents that show it: its own page first, then the fullest."""
    found: dict[PurePosixPath, list[Candidate]] = defaultdict(list)
    for docname in sorted(documents):
        for shown in documents[docname]:
            if shown.is_folder is is_folder:
                found[parse_path(shown.path)].append((Place(docname, shown.anchor), shown))
    for path, candidates in found.items():
        own = pages.get(path)
        candidates.sort(key=lambda entry: (entry[0].docname != own, -len(entry[1].sections)))
    return dict(found)
