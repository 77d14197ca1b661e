"""The directives, in documents that people write."""

import pytest

from tests.ext.conftest import MakeProject
from tests.ext.project import Build

PAGE = "Home\n====\n\nText.\n\n"


def build_page(make_project: MakeProject, content: str, **configuration: object) -> Build:
    return make_project({"docs/index.rst": PAGE + content}, **configuration).build()


def headings(build: Build) -> list[str]:
    found = build.body("index").find_all(["h1", "h2", "h3", "h4"])
    return [heading.get_text().removesuffix("¶") for heading in found]


@pytest.mark.parametrize(
    ("content", "warning"),
    [
        (".. repodoc:: shop/crat.py", "did you mean shop/cart.py"),
        (".. repodoc:: cart.py", "did you mean shop/cart.py"),
        (".. repodoc:: ../../etc/passwd", "lies outside the repository"),
        (".. repodoc:: /etc/passwd", "lies outside the repository"),
        (".. repodoc:: shop/cart.py/", "is a file, not a folder"),
        (".. repodoc:: hidden.py", "excluded by repodoc_exclude"),
        (".. repodoc:: untracked.py", "not tracked by git"),
        ('.. repodoc:: "shop/cart.py', "is not closed"),
        (".. repodoc-metadata:: shop/", "has no section metadata"),
        (".. repodoc-metadata:: shop", "is a folder, whose page has no section metadata"),
        (".. repodoc:: shop/cart.py\n   :sections: metdata", "has no section metdata"),
        (".. repodoc-source:: logo.png", None),
        (".. repodoc-keywords:: logo.png", "it is a binary file"),
        (".. repodoc-keywords:: empty.py", "it is empty"),
    ],
)
def test_bad_input_is_one_located_warning_and_the_rest_is_built(
    make_project: MakeProject, content: str, warning: str | None
) -> None:
    tree = {"docs/index.rst": f"{PAGE}{content}\n\nThe end.\n", "hidden.py": ""}
    project = make_project(tree, repodoc_exclude=["hidden.py"])
    (project.root / "untracked.py").write_text("")
    build = project.build()
    assert "The end." in build.text("index")
    if warning:
        (line,) = build.warnings
        assert "index.rst:6: WARNING" in line
        assert warning in line
        assert "[repodoc." in line
    else:
        assert build.warnings == []


@pytest.mark.parametrize("argument", ["20-10", "0", "x", "-5", ""])
def test_a_malformed_range_of_lines_is_an_error_at_its_line(
    make_project: MakeProject, argument: str
) -> None:
    content = f".. repodoc-source:: shop/cart.py\n   :lines: {argument}\n"
    build = build_page(make_project, content)
    assert "index.rst:6: ERROR" in build.warnings[0]
    assert "lines" in build.warnings[1]


def test_a_directive_shows_the_sections_that_are_asked_for(make_project: MakeProject) -> None:
    content = ".. repodoc:: shop/cart.py\n   :sections: structure, metadata\n"
    assert headings(build_page(make_project, content)) == [
        "Home",
        "Detailed Analysis",
        "File Metadata",
    ]


def test_a_title_stands_over_all_or_in_place_of_the_only_heading(
    make_project: MakeProject,
) -> None:
    content = (
        ".. repodoc:: shop/cart.py\n   :sections: structure, metadata\n   :title: Carts\n\n"
        ".. repodoc-metadata:: shop/money.py\n   :title: Facts\n\n"
        ".. repodoc-metadata:: Makefile\n   :title:\n"
    )
    build = build_page(make_project, content)
    assert build.warnings == []
    assert headings(build) == ["Home", "Carts", "Detailed Analysis", "File Metadata", "Facts"]


def test_a_document_without_a_title_gets_the_path(make_project: MakeProject) -> None:
    tree = {"docs/index.rst": ".. repodoc:: shop/cart.py\n"}
    build = make_project(tree).build()
    assert build.warnings == []
    assert headings(build)[0] == "shop/cart.py"


def test_inside_a_list_or_a_note_there_is_no_section(make_project: MakeProject) -> None:
    content = ".. note::\n\n   .. repodoc-metadata:: shop/cart.py\n\n* .. repodoc:: shop/money.py\n"
    build = build_page(make_project, content)
    assert build.warnings == []
    assert headings(build) == ["Home"]
    note = build.page("index").find(class_="note")
    assert note is not None
    assert "File Metadata" in note.get_text()


def test_a_path_may_be_relative_to_the_document(make_project: MakeProject) -> None:
    build = build_page(make_project, ".. repodoc-metadata:: ../shop/cart.py\n")
    assert build.warnings == []
    assert "cart.py" in build.text("index")


def test_a_part_of_the_lines_keeps_their_numbers(make_project: MakeProject) -> None:
    build = build_page(make_project, ".. repodoc-source:: shop/cart.py\n   :lines: 6-7\n")
    numbers = [a["data-line"] for a in build.page("index").find_all("a", class_="repodoc-number")]
    assert numbers == ["6", "7"]


def test_where_a_document_shows_several_files_their_anchors_differ(
    make_project: MakeProject,
) -> None:
    content = ".. repodoc:: shop/cart.py\n\n.. repodoc:: shop/money.py\n"
    page = build_page(make_project, content).page("index")
    assert page.find(id="L6") is not None
    assert page.find(id="shop/money.py:L6") is not None
    assert page.find(id="shop/money.py:symbol-Price") is not None
    ids = [element["id"] for element in page.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_the_same_section_twice_is_no_clash(make_project: MakeProject) -> None:
    directive = ".. repodoc-metadata:: shop/cart.py\n\n"
    build = build_page(make_project, directive * 2)
    assert build.warnings == []
    ids = [element["id"] for element in build.page("index").find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_an_odd_name_is_written_as_git_quotes_it(make_project: MakeProject) -> None:
    tree = {
        "docs/index.rst": f'{PAGE}.. repodoc-metadata:: "odd\\nname.py"\n',
        "odd\nname.py": "x = 1\n",
    }
    build = make_project(tree).build()
    assert build.warnings == []
    assert r'"odd\nname.py"' in build.text("index")


def test_a_folder_can_be_listed_to_a_depth(make_project: MakeProject) -> None:
    project = make_project({"docs/index.rst": f"{PAGE}.. repodoc-contents:: .\n"})
    assert "shop/cart.py" not in project.build().text("index")
    (project.root / "docs/index.rst").write_text(f"{PAGE}.. repodoc-contents:: .\n   :depth: 2\n")
    assert "shop/cart.py" in project.build().text("index")


def test_an_empty_section_can_be_noted(make_project: MakeProject) -> None:
    sections = "patterns, performance, security"
    page = f".. repodoc:: shop/cart.py\n   :sections: {sections}\n"
    page += f"\n.. repodoc:: Makefile\n   :sections: overview, {sections}\n"
    build = build_page(make_project, page, repodoc_empty="note")
    assert build.warnings == []
    assert "No rule for Python found a line; that proves nothing." in build.text("index")
    assert "No rule for Makefile" not in build.text("index")


def test_a_file_with_a_syntax_error_costs_one_warning_at_its_line(
    make_project: MakeProject,
) -> None:
    tree = {
        "docs/index.rst": f"{PAGE}.. repodoc:: bad.py\n",
        "bad.py": "x = 1\n\ndef f(:\n    pass\n",
    }
    build = make_project(tree).build()
    (warning,) = build.warnings
    assert "bad.py:3: WARNING" in warning
    assert "[repodoc.syntax]" in warning
    assert "The grammar does not accept all of the text" in build.text("index")
