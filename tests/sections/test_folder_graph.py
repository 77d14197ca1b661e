"""The sections of a folder that speak of imports."""

from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.evidence import NameLink, Place
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.folder_parts import (
    Concept,
    Concepts,
    Cycle,
    FolderArchitecture,
    Important,
    ImportantFile,
    Link,
    Outsider,
    Reason,
)
from sphinx_repodoc.sections import folder_architecture, folder_concepts, folder_important
from sphinx_repodoc.sections.content import Block, Diagram
from sphinx_repodoc.sections.dot import write_dot
from sphinx_repodoc.sections.links import Links
from tests.sections.content_text import find, plain

P = PurePosixPath("p")
A, B = P / "a.py", P / "b"
PLACE = Place(A, Span(3, 3))
EMPTY = FolderArchitecture(P, (B,), (), (), (), (), (), (), ())


@pytest.fixture
def folder_links() -> Links:
    """The links of the page of the folder ``p``."""
    return Links(P, frozenset({"contents"}), {"contents": "Contents"})


def words(blocks: list[Block]) -> list[str]:
    shown = [block for block in blocks if not isinstance(block, Diagram)]
    return [" ".join(plain(block).split()) for block in shown]


def test_links_between_children_are_drawn_and_listed(folder_links: Links) -> None:
    cycle = Cycle((A, B), (Link(A, B, 1, PLACE), Link(B, A, 1, Place(B / "c.py", Span(9, 9)))))
    value = FolderArchitecture(
        P, (B,), (Link(A, B, 2, PLACE),), ((B,), (A,)), (cycle,), (), (), (), (), (cycle,), 2
    )
    blocks = folder_architecture.outline(value, folder_links)
    (diagram,) = find(blocks, Diagram)
    assert '"a.py" -> "b/";' in write_dot(diagram)
    assert '"b/" [URL="x"];' in write_dot(diagram, {1: "x"})
    assert [box.link.target for box in diagram.boxes] == ["p/a.py", "p/b"]
    assert diagram.note == ""
    assert words(blocks)[1] == "a.py has imports that lead to b/ (2 imports, first p/a.py, line 3)"
    assert words(blocks)[3] == "Layer 0: b/ Layer 1: a.py"
    assert words(blocks)[4] == (
        "Imports outside functions (those marked as for types or first use aside) lead from each "
        "of these to all others, directly or by way of one another: a.py, b/. "
        "The shortest cycle: a.py leads to b/ (p/a.py, line 3), "
        "which leads to a.py (p/b/c.py, line 9)."
    )
    assert "p/b. The shortest cycle: p/a.py leads to p/b" in words(blocks)[5]
    assert words(blocks)[6].startswith("2 more cycles of no more files than these")


def test_what_a_list_or_a_diagram_leaves_out_is_said(folder_links: Links) -> None:
    links = tuple(Link(P / f"{n}.py", B, 1, PLACE) for n in range(99))
    value = FolderArchitecture(P, (B,), links, (), (), (), (), (), ())
    blocks = folder_architecture.outline(value, folder_links)
    (diagram,) = find(blocks, Diagram)
    assert diagram.note == "The diagram shows the 60 pairs with the most imports, of 99."
    assert words(blocks)[-1].startswith("59 more such pairs, each with no more imports than these")


def test_names_cannot_break_out_of_a_diagram(folder_links: Links) -> None:
    odd = P / 'x"]; y\\ [a="'
    value = FolderArchitecture(P, (), (Link(odd, A, 1, PLACE),), (), (), (), (), (), ())
    (diagram,) = find(folder_architecture.outline(value, folder_links), Diagram)
    assert '"x\\"]; y\\\\ [a=\\"" -> "a.py";' in write_dot(diagram)


def test_packages_from_elsewhere_are_listed_with_their_first_import(folder_links: Links) -> None:
    value = FolderArchitecture(
        P,
        (),
        (),
        (),
        (),
        (),
        (),
        (Outsider(NameLink("attrs"), 2, PLACE),),
        (Outsider(NameLink("os"), 1, PLACE),),
    )
    assert words(folder_architecture.outline(value, folder_links)) == [
        "Outside this repository and the standard library: attrs (2 files, first p/a.py, line 3).",
        "Standard library: os (1 file, first p/a.py, line 3).",
    ]


def test_nothing_is_said_without_imports(folder_links: Links) -> None:
    assert folder_architecture.outline(EMPTY, folder_links) == []


def test_a_concept_says_who_imports_it_and_what_is_left_out(folder_links: Links) -> None:
    concept = Concept(A, "C.x", "method", Span(1, 2), "Does it.", "5 files", (PLACE,), 4)
    shown = words(folder_concepts.outline(Concepts(P, (concept,), 3), folder_links))
    assert shown[1] == (
        "C.x, method in p/a.py (lines 1–2): used in 5 files (p/a.py, line 3; 4 more). Does it."
    )
    assert shown[2].startswith("2 more symbols below this folder are used by other files and rank")


def test_an_important_file_has_its_reasons(folder_links: Links) -> None:
    file = ImportantFile(A, "Runs.", (Reason("Script: has a main guard.", (PLACE,)),))
    used = ImportantFile(A, "", (Reason("Imported by 1 file", (PLACE,)),))
    shown = words(folder_important.outline(Important(P, (file,), 0, (used,), 1), folder_links))
    assert shown == [
        "Start reading where programs begin:",
        "p/a.py: Runs. Script: has a main guard (p/a.py, line 3).",
        folder_important.RANKED,
        "p/a.py: Imported by 1 file (p/a.py, line 3).",
        "1 more file below this folder is imported and ranks no higher than these: Contents.",
    ]
