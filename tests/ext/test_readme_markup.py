"""Markup of READMEs, as nodes."""

import pytest
from docutils import nodes

from sphinx_repodoc.ext.readme.fit import fit
from sphinx_repodoc.ext.readme.parse import parse

MARKDOWN, REST = "Markdown", "reStructuredText"


def fitted(text: str, language: str) -> nodes.document:
    tree, _ = parse(text, language)
    fit(tree)
    return tree


def shape(text: str, language: str) -> str:
    """Return the tags of a fitted README, with texts, on one line."""
    return "".join(_shape(child) for child in fitted(text, language).children)


def _shape(node: nodes.Node) -> str:
    if isinstance(node, nodes.Text):
        return str(node)
    assert isinstance(node, nodes.Element)
    inner = "".join(_shape(child) for child in node.children)
    where = node.get("refuri", node.get("uri", ""))
    return f"<{node.tagname}{' ' + where if where else ''}>{inner}</>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# One\n\n### Three\n", "<rubric>One</><rubric>Three</>"),
        ("Setext\n======\n\nSub\n---\n", "<rubric>Setext</><rubric>Sub</>"),
        ("a ~~b~~ c", "<paragraph>a <inline>b</> c</>"),
        ("<b>x *y*</b> z", "<paragraph><strong>x <emphasis>y</></> z</>"),
        ("a<script>alert(1)</script>b", "<paragraph>ab</>"),
        ("a <!-- c --> b", "<paragraph>a  b</>"),
        ("<kbd>x</kbd></p></b> y", "<paragraph><literal>x</> y</>"),
        (
            '<a href="u"><img src="i" onerror="x()"></a>',
            "<paragraph><reference u><image i></></></>",
        ),
        ('<p align="center">\n  <a href="u">x</a>\n</p>', "<paragraph> <reference u>x</> </>"),
        ("<style>b</style>", ""),
        ('<iframe src="x"></iframe>\n', ""),
        (
            "<ul><li>one<li>two</ul>",
            "<bullet_list><list_item><paragraph>one</></><list_item><paragraph>two</></></>",
        ),
        ("<table><tr><td>a<td>b</table>", "<paragraph> a b</>"),
        ("<pre><code>a\n  b</code></pre>", "<literal_block>a\n  b</>"),
        ("<h2>x</h2>", "<rubric>x</>"),
        (
            "<details><summary>More</summary>\n\ninner\n\n</details>",
            "<paragraph>More</><paragraph>inner</>",
        ),
        ("> [!TIP]\n> Do.", "<tip><paragraph>Do.</></>"),
        ("> [!CAUTION]\n>\n> Do.", "<caution><paragraph>Do.</></>"),
        ("> plain", "<block_quote><paragraph>plain</></>"),
        ("a\n\n---\n\nb", "<paragraph>a</><paragraph>b</>"),
        ("---\ntitle: x\n---\n\nb", "<paragraph>b</>"),
        ("```{ref}\nx\n```", "<literal_block>```{ref}\nx\n```</>"),
        ("```{note}\nx {ref}`T <t>`\n```", "<note><paragraph>x <inline>T</></></>"),
        ("```{raw} html\n<script>x</script><b>y</b>\n```", "<paragraph><strong>y</></>"),
        ("```{include} a.txt\n```", "<paragraph><reference a.txt>a.txt</></>"),
        ("$HOME/$PATH :tada: [ ]", "<paragraph>$HOME/$PATH :tada: [ ]</>"),
        ("[r]\n\n[r]: u 'T'", "<paragraph><reference u>r</></>"),
    ],
)
def test_markdown(text: str, expected: str) -> None:
    assert shape(text, MARKDOWN) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One\n===\n\nTwo\n---\n\nx", "<rubric>One</><rubric>Two</><paragraph>x</>"),
        (
            ":class:`~a.B` :ref:`T <t>` :pep:`8`",
            "<paragraph><literal>B</> <inline>T</> PEP 8</>",
        ),
        (":math:`\\frac`", "<paragraph><literal>\\frac</></>"),
        (".. math:: \\frac{", "<literal_block>\\frac{</>"),
        (".. raw:: html\n\n   <script>x</script><b>y</b>", "<paragraph><strong>y</></>"),
        (".. raw:: latex\n\n   \\input{x}", ""),
        (".. include:: a.txt", "<paragraph><reference a.txt>a.txt</></>"),
        (".. csv-table::\n   :file: a.csv", "<paragraph><reference a.csv>a.csv</></>"),
        (".. unknown:: x\n   :o: 1\n\n   y", "<literal_block>.. unknown:: x\n   :o: 1\n\n   y</>"),
        (".. code-block:: python\n   :linenos:\n\n   x = 1", "<literal_block>x = 1</>"),
        (".. versionadded:: 1.0", "<paragraph>Added in version 1.0</>"),
        (".. only:: html\n\n   x", "<paragraph>x</>"),
        (".. seealso:: x\n\n   y", "<paragraph>x</><paragraph>y</>"),
        (".. contents::\n\nx", "<paragraph>x</>"),
        (".. role:: mine\n\n:mine:`x`", "<paragraph><literal>x</></>"),
        (">>> 1", "<literal_block>>>> 1</>"),
        ("|l|\n\n.. |l| image:: i.png\n   :alt: A", "<paragraph><image i.png></></>"),
        (".. figure:: i.png\n\n   Cap", "<image i.png></><paragraph>Cap</>"),
        ("a_\n\n.. _a: u", "<paragraph><reference u>a</></>"),
        ("x |gone| *y", "<paragraph>x |gone| *y</>"),
    ],
)
def test_rest(text: str, expected: str) -> None:
    assert shape(text, REST) == expected


def test_plain_text_keeps_its_lines() -> None:
    assert shape("a\n  <b>\n", "") == "<literal_block>a\n  <b>\n</>"


def test_a_language_that_nobody_knows_is_none() -> None:
    blocks = fitted("```rust,no_run\nx\n```\n\n```nosuch\ny\n```\n", MARKDOWN)
    assert [block["language"] for block in blocks.findall(nodes.literal_block)] == ["rust", "none"]


def test_footnotes_and_citations_are_numbered_within_the_readme() -> None:
    tree = fitted("a [#f]_ [C]_\n\n.. [#f] F.\n.. [C] G.\n", REST)
    references = [node["refid"] for node in tree.findall(nodes.footnote_reference)]
    notes = [name for node in tree.findall(nodes.footnote) for name in node["ids"]]
    assert sorted(references) == sorted(notes)
    assert not list(tree.findall(nodes.citation))


@pytest.mark.parametrize(
    ("text", "language", "messages", "line"),
    [
        ("A title\n====\n\nx", REST, 1, 2),
        ("a\n\nx *y\n", REST, 1, 3),
        (".. nothing:: x\n\n:no:`y`\n", REST, 0, 0),
        ("# A\n\n### C\n\n~~x~~ [y](gone.md) {no}`z`\n", MARKDOWN, 0, 0),
    ],
)
def test_only_what_the_markup_itself_gets_wrong_is_a_fault(
    text: str, language: str, messages: int, line: int
) -> None:
    _, faults = parse(text, language)
    assert len(faults) == messages
    assert [fault.line for fault in faults] == [line] * messages
