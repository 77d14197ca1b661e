"""Outlines of Markdown and reST."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import directives, roles, states
from markdown_it import MarkdownIt

from sphinx_repodoc.analyse.markup import find_facts
from sphinx_repodoc.model.facts import LineCounts, OutlineEntry, OutlineKind
from sphinx_repodoc.model.files import Span

CASES = Path(__file__).parent / "cases" / "markup"


PARTS = [
    (
        "Markdown",
        "# A\n## B\n\nx\n# C\n",
        ["1-4 heading 1 'A'", "2-4 heading 2 'B'", "5 heading 1 'C'"],
    ),
    ("Markdown", "A\n=\n\nx\n\n\n", ["1-4 heading 1 'A'"]),
    ("Markdown", "[a\nb](c)\n[d](e)\n", ["1 link 'a b' c", "3 link 'd' e"]),
    ("Markdown", "`x\ny` [d](e)\n", ["2 link 'd' e"]),
    ("Markdown", "a\r\n\r\n[d](e)\r\n", ["3 link 'd' e"]),
    ("Markdown", "a\x0bb\u2028c\n[d](e)\n", ["2 link 'd' e"]),
    ("Markdown", "~~~{.python}\nx\n~~~\n", ["1-3 code block 'python'"]),
    (
        "Markdown",
        "```{versionadded} 1.2 see [a](b)\n```\n",
        ["1-2 directive 'versionadded' 1.2", "1 link 'a' b"],
    ),
    (
        "Markdown",
        ":::{note}\n```{tip}\n[a](b)\n```\n:::\n",
        ["1-5 directive 'note'", "2-4 directive 'tip'", "3 link 'a' b"],
    ),
    (
        "reStructuredText",
        "A\n=\n\nB\n-\n\nx\n\nC\n=\n",
        ["1-7 heading 1 'A'", "4-7 heading 2 'B'", "9-10 heading 1 'C'"],
    ),
    ("reStructuredText", "`a <b>`_\n   c\n\n   d `e <f>`_\n", ["1 link 'a' b", "4 link 'e' f"]),
    ("reStructuredText", "x\x0cy\u2028z\n\n`d <e>`_\n", ["3 link 'd' e"]),
    ("reStructuredText", "a_\n\n.. _a: b_\n.. _b: http://c\n", ["1 link 'a' http://c"]),
    (
        "reStructuredText",
        "a_ and b_\n\n.. _a: b_\n.. _b: a_\n",
        ["1 link 'a' #a", "1 link 'b' #b"],
    ),
    (
        "reStructuredText",
        ".. role:: own(code)\n\n:own:`x` :other:`y`\n",
        ["1 directive 'role' own(code)", "3 link 'y' other:y"],
    ),
    ("reStructuredText", ":cpp:class:`A\\<int>`\n", ["1 link 'A<int>' cpp:class:A<int>"]),
    (
        "reStructuredText",
        ".. versionadded:: 1.2\n   see :doc:`a`\n",
        ["1-2 directive 'versionadded' 1.2", "2 link 'a' doc:a"],
    ),
    (
        "reStructuredText",
        ".. only:: html\n\n   .. list-table:: T\n\n      * - a\n",
        ["1-5 directive 'only' html", "3-5 table 'T'"],
    ),
]


def show(entry: OutlineEntry) -> str:
    """Write an entry on one line: its lines, what it is, and where it leads."""
    lines = f"{entry.span.line}-{entry.span.end_line}"
    if entry.span.line == entry.span.end_line:
        lines = f"{entry.span.line}"
    target = f"{entry.role}:{entry.target}" if entry.role else entry.target
    parts = [lines, entry.kind, str(entry.level or ""), repr(entry.text), target]
    return " ".join(part for part in parts if part)


def outline(text: str, language: str) -> list[str]:
    return [show(entry) for entry in find_facts(text, language).outline]


@pytest.mark.parametrize(
    ("name", "language"), [("tour.rst", "reStructuredText"), ("tour.md", "Markdown")]
)
def test_every_part_is_outlined_with_its_lines(name: str, language: str) -> None:
    expected = (CASES / f"{name}.outline").read_text().splitlines()
    assert outline((CASES / name).read_text(), language) == expected


def test_front_matter_badges_and_comments_are_no_documentation() -> None:
    facts = find_facts((CASES / "tour.md").read_text(), "Markdown")
    assert facts.documentation.startswith("Real code over lines with a link and http://auto")
    assert facts.documentation_span == Span(12, 15)
    assert (facts.licence, facts.licence_line) == ("Apache-2.0", 4)
    assert facts.lines == LineCounts(code=40, comment=2, blank=20)


def test_the_first_paragraph_of_prose_documents_a_rest_file() -> None:
    facts = find_facts((CASES / "tour.rst").read_text(), "reStructuredText")
    assert facts.documentation.startswith(
        "A real paragraph with a link over lines and x/y, literal"
    )
    assert facts.documentation_span == Span(12, 15)
    assert (facts.licence, facts.licence_line) == ("MIT", 1)
    assert facts.lines == LineCounts(code=42, comment=4, blank=24)


@pytest.mark.parametrize(("language", "text", "expected"), PARTS)
def test_parts_are_found_where_they_stand(language: str, text: str, expected: list[str]) -> None:
    assert outline(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("Markdown", ""),
        ("Markdown", "---\n# not: a heading\n---\n"),
        ("Markdown", "\\# a `[b](c)` {code}`d`\n"),
        ("Markdown", "<!-- [a](b)\n\n# c -->\n"),
        ("Markdown", "<![x[y]]>\n"),
        ("reStructuredText", ""),
        ("reStructuredText", "``a <b>`_`` nowhere_ :kbd:`c` :py:class:`!d`\n"),
        ("reStructuredText", ".. a comment with `a <b>`_\n\n   c\n   =\n"),
        ("reStructuredText", "*unfinished and `too\n"),
    ],
)
def test_nothing_is_found_where_there_is_nothing(language: str, text: str) -> None:
    assert outline(text, language) == []


@pytest.mark.parametrize(
    "text",
    [
        *("", "[![a](b)](c) ![d](e)\n", "# A\n", "[a](b) | [c](d)\n", "> quoted\n"),
        *("**Contents**\n", "Table of contents:\n\n- a\n", "Copyright (c) 2009 [A](b), B\n"),
    ],
)
def test_what_is_no_prose_does_not_document_a_file(text: str) -> None:
    facts = find_facts(text, "Markdown")
    assert (facts.documentation, facts.documentation_span) == ("", None)


@pytest.mark.parametrize("name", ["tour.rst", "tour.md"])
def test_line_counts_add_up(name: str) -> None:
    text = (CASES / name).read_text()
    lines = find_facts(text, "Markdown" if name.endswith("md") else "reStructuredText").lines
    assert lines
    assert lines.code + lines.comment + lines.blank == len(text.splitlines())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("Markdown", "> " * 100_000 + "x"),
        ("Markdown", "\n".join("  " * depth + "- x" for depth in range(1000))),
        ("Markdown", "\n".join("`" * (60 - depth) + "{note}" for depth in range(50))),
        ("Markdown", "<div " * 5_000),
        ("reStructuredText", "- " * 100_000),
        ("reStructuredText", "\n".join(" " * depth + "x\n" for depth in range(1000))),
        ("reStructuredText", "\n".join("   " * depth + ".. note:: x\n" for depth in range(300))),
        ("reStructuredText", "word " * 1_000_000),
    ],
)
def test_what_is_nested_too_deep_or_too_long_is_said_to_be_partial(
    language: str, text: str
) -> None:
    assert find_facts(text, language).is_partial


def test_what_stands_before_too_deep_a_part_is_kept() -> None:
    deep = "\n".join(" " * depth + "x\n" for depth in range(1000))
    assert outline(f"A\n=\n\n`b <c>`_\n\n{deep}", "reStructuredText")[1:] == ["4 link 'b' c"]


@pytest.mark.parametrize(
    "markup",
    [
        ".. include:: {path}",
        ".. literalinclude:: {path}",
        ".. raw:: html\n   :file: {path}",
        ".. csv-table::\n   :file: {path}",
        ".. csv-table::\n   :url: file://{path}",
    ],
)
def test_no_other_file_is_read(tmp_path: Path, markup: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("`secret <target>`_\n")
    facts = find_facts(markup.format(path=secret), "reStructuredText")
    assert len(facts.outline) == 1
    assert facts.outline[0].kind is not OutlineKind.LINK


def registered() -> list[object]:
    registries = (
        vars(directives)["_directives"],
        vars(roles)["_roles"],
        states.RSTState.nested_sm_cache,
    )
    return [type(registry)(registry) for registry in registries]


def test_what_docutils_has_registered_stays_as_it_is() -> None:
    before = registered()
    find_facts((CASES / "tour.rst").read_text(), "reStructuredText")
    assert registered() == before


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    find_facts("A\n==\n\n*b\n\n.. include:: /none\n\nC\n-\n", "reStructuredText")
    assert capfd.readouterr() == ("", "")


def headings(text: str, language: str) -> list[tuple[str, int]]:
    entries = find_facts(text, language).outline
    return [(entry.text, entry.level) for entry in entries if entry.kind is OutlineKind.HEADING]


def docutils_headings(text: str) -> list[tuple[str, int]]:
    settings = {"doctitle_xform": False, "report_level": 5, "halt_level": 5}
    sections = publish_doctree(text, settings_overrides=settings).findall(nodes.section)
    return [(section[0].astext(), len(list(ancestors(section)))) for section in sections]


def ancestors(section: nodes.Node) -> list[nodes.Node]:
    return [section, *ancestors(section.parent)] if isinstance(section, nodes.section) else []


def commonmark_headings(text: str) -> list[tuple[str, int]]:
    tokens = MarkdownIt("commonmark").parse(text)
    pairs = pairwise(tokens)
    return [(content.content, int(t.tag[1:])) for t, content in pairs if t.type == "heading_open"]


@pytest.mark.parametrize(
    ("language", "independent", "text"),
    [
        (
            "reStructuredText",
            docutils_headings,
            "===\nA\n===\n\nB\n===\n\nC\n---\n\nx\n\n D\n ---\n\nE\n===\n",
        ),
        ("reStructuredText", docutils_headings, "A\n=\n\nB\n-\n\nC\n~\n\nD\n=\n\nE\n~\n\nF\n-\n"),
        (
            "Markdown",
            commonmark_headings,
            "# A\n\nB\n---\n\n```\n# C\n```\n\n    # D\n\n#E\n\n> ### F\n",
        ),
    ],
)
def test_headings_are_those_of_an_independent_parser(
    language: str, independent: Callable[[str], list[tuple[str, int]]], text: str
) -> None:
    assert headings(text, language) == independent(text)
    assert headings(text, language)
