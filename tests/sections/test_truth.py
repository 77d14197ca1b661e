"""Sentences that would be easy to write and false, ugly or said twice."""

from pathlib import Path, PurePosixPath

import pytest
from bs4 import Tag

from sphinx_repodoc.model.pages import Architecture, Related, RelatedFile
from sphinx_repodoc.model.relations import Counted, Position, Relation, RelationKind
from sphinx_repodoc.sections.architecture import outline
from sphinx_repodoc.sections.content import Paragraph, Strong
from sphinx_repodoc.sections.links import Links
from sphinx_repodoc.sections.prose import blocks, inline
from sphinx_repodoc.sections.related import outline as related_outline
from tests.conftest import write_tree
from tests.sections.content_text import plain
from tests.sites import build_site, section, words

LINKS = Links(PurePosixPath("a.py"), frozenset(), {"dependencies": "Dependencies"})


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("truth")
    write_tree(
        root / "shop",
        {
            "cart.py": "A = 1\n",
            "user.py": "from cart import A\n",
            "test_cart.py": "import pytest\nfrom cart import A\nfrom cart import B\n"
            "def test_a(): ...\n",
            "Cargo.toml": '[package]\nname = "shop"\n',
            "src/lib.rs": "mod part;\npub mod user;\n",
            "src/part.rs": "pub fn f() {}\n",
            "src/user.rs": "use crate::part::f;\npub fn g() { f() }\n",
            "go.mod": "module example.org/shop\n",
            "main.go": 'package main\n\nimport "example.org/shop/cart"\n\nvar x = cart.F()\n',
            "cart/cart.go": "package cart\n\nfunc F() {}\n",
            "guide.md": "# Guide\n\nSee <https://example.org>.\n",
        },
    )
    return build_site(root / "shop", root / "site")


def items(tag: Tag) -> list[str]:
    return [words(item) for item in tag.select("li")]


@pytest.mark.parametrize(
    ("imports", "importers", "position", "said"),
    [
        (
            *(2, 1, Position(1)),
            (
                "Imports that could be followed lead from it to 2 files of this repository, and "
                "from 1 file to it (Dependencies). Layer 1: "
                "the longest chain of such imports outside functions (those marked as for types "
                "or first use aside) has 1 step, a cycle being one."
            ),
        ),
        (
            *(0, 3, Position(0)),
            (
                "Imports that could be followed lead from it to no file of this repository, and "
                "from 3 files to it (Dependencies). Layer 0: "
                "none of its own outside functions (those marked as for types or first "
                "use aside) leads to another file."
            ),
        ),
        (
            *(1, 0, Position(0, (PurePosixPath("b.py"),))),
            (
                "Imports that could be followed lead from it to 1 file of this repository, and "
                "from no file to it (Dependencies). Layer 0: "
                "none of its own outside functions (those marked as for types or first "
                "use aside) leads to another file outside its cycle."
            ),
        ),
    ],
)
def test_a_layer_says_which_imports_it_counts(
    imports: int, importers: int, position: Position, said: str
) -> None:
    content = outline(Architecture(LINKS.path, (), imports, importers, position), LINKS)
    assert plain(content[1]) == said


def test_of_compiled_languages_imports_outside_functions_count() -> None:
    counted = Counted.in_languages(["C"])
    content = outline(Architecture(LINKS.path, (), 1, 1, Position(1), counted), LINKS)
    assert plain(content[1]).endswith(
        "the longest chain of such imports outside functions has 1 step, a cycle being one."
    )


def test_a_cycle_is_told_by_the_lines_that_lead_around_it() -> None:
    others = tuple(PurePosixPath(f"{n:02}.py") for n in range(22))
    imports = RelationKind.IMPORTS
    steps = (
        Relation(imports, LINKS.path, others[3], 7),
        Relation(imports, others[3], LINKS.path, 9),
    )
    content = outline(Architecture(LINKS.path, (), 1, 1, Position(0, others, steps)), LINKS)
    assert plain(content[2]).endswith(
        "19.py and 2 more files. The shortest: it leads to 03.py (line 7), "
        "which leads to this file (line 9)."
    )


def test_who_imports_a_file_is_named_once_under_each_heading(site: Path) -> None:
    testing = section(site, "cart.py", "testing")
    assert [words(term) for term in testing.select("dt")] == [
        "Tests with imports that lead to it",
        "Other files with imports that lead to it",
    ]
    assert items(testing) == ["test_cart.py, line 2", "user.py, line 1"]


@pytest.mark.parametrize(
    ("name", "testing", "dependencies", "related"),
    [
        (
            "src/part.rs",
            "lead to it src/user.rs, line 1 Files that declare it as a module src/lib.rs, line 1",
            "Imported by src/user.rs: f (line 1) Declared as a module by src/lib.rs (line 1)",
            [
                "src/lib.rs: declares this file as a module (line 1), same folder",
                "src/user.rs: imports this file (line 1), same folder",
            ],
        ),
        (
            "cart/cart.go",
            "Files that import its package main.go, line 3",
            "Its package is imported by main.go (line 3)",
            ["main.go: imports the package of this file (line 3)"],
        ),
    ],
)
def test_a_package_or_module_is_not_said_to_be_imported_as_the_file(
    site: Path, name: str, testing: str, dependencies: str, related: list[str]
) -> None:
    assert testing in words(section(site, name, "testing"))
    assert dependencies in words(section(site, name, "dependencies"))
    assert items(section(site, name, "related")) == related


def test_an_import_is_no_reason_beside_the_test_that_makes_it(site: Path) -> None:
    related = items(section(site, "cart.py", "related"))
    assert related[1] == "user.py: imports this file (line 1), same folder"
    assert (
        related[0]
        == "test_cart.py: test that imports this file (line 2), similar name, same folder"
    )


@pytest.mark.parametrize(
    ("name", "kinds", "said"),
    [
        ("a.h", "implements", "header of the same stem, included here (line 1)"),
        ("a.h", "implements same", "header of the same stem, included here (line 1)"),
        ("a.h", "implemented", "source of the same stem that includes this header (line 1)"),
        ("a.md", "same", "same stem"),
        ("_a.py", "same", "similar name"),
        ("test_a.py", "same", "similar name"),
        ("a.md", "links", "referred to here (line 1)"),
    ],
)
def test_a_reason_says_no_more_than_names_and_lines_prove(name: str, kinds: str, said: str) -> None:
    known = {kind.split()[0]: kind for kind in RelationKind} | {"same": RelationKind.SAME_STEM}
    path, other = PurePosixPath("a.c"), PurePosixPath(name)
    reasons = tuple(Relation(known[k], path, other, 0 if k == "same" else 1) for k in kinds.split())
    blocks = related_outline(Related(path, (RelatedFile(other, reasons),)), LINKS)
    assert plain(blocks[0]) == f"{name}: {said}"


def test_a_page_that_shows_its_file_does_not_refer_to_itself(site: Path) -> None:
    references = items(section(site, "cart.py", "references"))
    assert references == [
        "Keyword index of this file: Keyword Index",
        "Keyword index of the repository: all keywords",
        "Folder: ./",
    ]


def test_the_address_of_a_link_is_written_once(site: Path) -> None:
    assert "https://example.org (line 3)" in items(section(site, "guide.md", "structure"))


def test_lines_of_documents_are_text(site: Path) -> None:
    assert "3 lines: 2 text," in words(section(site, "guide.md", "metadata"))


def test_underlined_titles_are_titles() -> None:
    title, text = blocks("Shop\n~~~~\nSells.")
    assert title == Paragraph((Strong("Shop"),))
    assert [plain(title), plain(text)] == ["Shop", "Sells."]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (":func:`cart` and :py:class:`~a.B`.", ["cart", " and ", "a.B", "."]),
        ("a:b:`c`", ["a:b:", "c"]),
        ("``:func:`x` ``", [":func:`x` "]),
    ],
)
def test_the_role_of_a_name_is_markup(text: str, shown: list[str]) -> None:
    pieces = inline(text)
    assert [plain(piece) for piece in pieces] == shown
