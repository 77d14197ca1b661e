"""Where links lead, and how they are written."""

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.evidence import NameLink, Place
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.relations import Relation, RelationKind
from sphinx_repodoc.model.words import counted
from sphinx_repodoc.sections.content import Inline
from sphinx_repodoc.sections.links import Links, external, fragment, span_text, target
from sphinx_repodoc.sections.metadata import size_text
from tests.sections.content_text import lead, plain

HERE, OTHER = PurePosixPath("pkg/a.py"), PurePosixPath("pkg/b.py")


def shown(piece: Inline) -> tuple[str, str]:
    """Return where a link leads and what it shows."""
    return lead(piece), plain(piece)


@pytest.mark.parametrize(
    ("span", "text", "mark"),
    [(Span(3, 3), "line 3", "#L3"), (Span(3, 4), "lines 3–4", "#L3-L4")],
)
def test_a_span_is_written_for_readers_and_for_urls(span: Span, text: str, mark: str) -> None:
    assert (span_text(span), fragment(span)) == (text, mark)


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0 files"), (1, "1 file"), (2, "2 files"), (2000, "2,000 files")],
)
def test_what_is_counted_is_singular_for_one_only(number: int, text: str) -> None:
    assert counted(number, "file") == text
    assert counted(number, "class").endswith(" class" if number == 1 else " classes")


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (1023, "1,023 bytes"),
        (1024, "1,024 bytes (1.00 KiB)"),
        (3400, "3,400 bytes (3.32 KiB)"),
        (2_000_000, "2,000,000 bytes (1,953.12 KiB)"),
    ],
)
def test_a_size_is_exact_and_in_kib_from_one_on(size: int, text: str) -> None:
    assert size_text(size) == text


def test_a_section_is_linked_where_it_is_shown(links: Links) -> None:
    assert shown(links.section("related")) == ("#related", "Related Files")
    elsewhere = replace(links, shown=frozenset({"source"}))
    assert shown(elsewhere.section("related")) == ("", "Related Files")
    prefixed = replace(links, prefix="pkg/a.py:")
    assert shown(prefixed.section("related")) == ("#pkg/a.py:related", "Related Files")


def test_lines_lead_to_the_listing_here_or_to_the_page_that_has_it(links: Links) -> None:
    span = Span(2, 5)
    assert shown(links.lines(span)) == ("#L2", "lines 2–5")
    away = replace(links, has_listing=False)
    assert shown(away.lines(span)) == ("repo:file pkg/a.py#L2-L5", "lines 2–5")
    assert shown(replace(links, prefix="p:").lines(span)) == ("#p:L2", "lines 2–5")


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place(HERE), ("", "this file")),
        (Place(HERE, Span(1, 1)), ("#L1", "line 1")),
        (Place(OTHER), ("repo:file pkg/b.py", "pkg/b.py")),
        (Place(OTHER, Span(1, 2)), ("repo:file pkg/b.py#L1-L2", "pkg/b.py, lines 1–2")),
        (Place(PurePosixPath("a\nb")), ('repo:file "a\\nb"', '"a\\nb"')),
    ],
)
def test_a_place_is_linked_from_where_the_page_is(
    links: Links, place: Place, expected: tuple[str, str]
) -> None:
    assert shown(links.place(place)) == expected


def test_a_symbol_is_linked_here_only_if_the_structure_is_shown(links: Links) -> None:
    assert shown(links.symbol(HERE, "C.m", "m")) == ("#symbol-C.m", "m")
    away = replace(links, shown=frozenset())
    assert shown(away.symbol(HERE, "C.m", "m")) == ("repo:symbol pkg/a.py::C.m", "m")
    assert shown(links.symbol(OTHER, "C.m")) == ("repo:symbol pkg/b.py::C.m", "C.m")


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (None, ("", "x")),
        (NameLink("x"), ("", "x")),
        (NameLink("x", OTHER), ("repo:file pkg/b.py", "x")),
        (NameLink("x", OTHER, "y"), ("repo:symbol pkg/b.py::y", "x")),
        (NameLink("x", foreign="re.x"), ("py:obj re.x", "x")),
    ],
)
def test_a_name_is_linked_to_what_it_means_or_just_written(
    links: Links, link: NameLink | None, expected: tuple[str, str]
) -> None:
    assert shown(links.name(link, "x")) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(RelationKind.IMPORTS, "#L7"), (RelationKind.IMPORTED_BY, "repo:file pkg/b.py#L7")],
)
def test_the_line_of_a_relation_is_in_the_file_that_states_it(
    links: Links, kind: RelationKind, expected: str
) -> None:
    assert shown(links.witness(Relation(kind, HERE, OTHER, 7))) == (expected, "line 7")


def test_a_folder_ends_in_a_slash_and_a_target_is_an_anchor(links: Links) -> None:
    assert shown(links.folder(PurePosixPath("pkg"))) == ("repo:folder pkg", "pkg/")
    assert shown(links.folder(PurePosixPath())) == ("repo:folder .", "./")
    assert lead(target("x")) == "#x"
    assert shown(external("https://x", "text")) == ("https://x", "text")
