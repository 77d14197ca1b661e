"""What is in a CSS file."""

import pytest

from sphinx_repodoc.model.facts import LineCounts
from tests.analyse.language_facts import facts_of, heads_of, imports_of, kinds_of, symbol_of

KINDS = [
    (":root { --x: 1px; color: var(--y) }", {"--x": "custom property"}),
    ("@media print { a { --x: 1 } }", {"--x": "custom property"}),
    ('@property --x { syntax: "y" }', {"--x": "custom property"}),
    ("@keyframes k { from { a: b } 50% { c: d } }", {"k": "keyframes"}),
    ("@-webkit-keyframes k { to { a: b } }", {"k": "keyframes"}),
    ("@layer a, b;\n@layer c { d { e: 1 } }", dict.fromkeys("abc", "layer")),
    ("@layer a { b { --c: 1 } }", {"a": "layer", "--c": "custom property"}),
    ("@counter-style s { symbols: x }", {"s": "counter style"}),
    ("a { b: c }\n} @keyframes k { }", {"k": "keyframes"}),
]  # fmt: skip

NOTHING = [
    "",
    "/* :root { --x: 1 } */",
    ".a, #b > c:hover { d: var(--e) }",
    'a::after { content: "--x: 1; @keyframes k {}" }',
    "@font-face { font-family: F }",
    "@media print { }",
    "--x: 1",
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    assert kinds_of(text, "CSS") == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, "CSS").symbols == ()


def test_heads_are_as_written() -> None:
    text = ":root {\n  --x:\n    calc(1 + 2);\n}\n@keyframes k { to { a: b } }\n"
    assert heads_of(text, "CSS") == ["--x: calc(1 + 2)", "@keyframes k"]


def test_comments_document_above_and_behind() -> None:
    text = "/* All. */\n\n:root {\n/* Of x. */\n--x: 1;\n--y: 2; /* Of y. */\n--z: 3;\n}\n"
    assert facts_of(text, "CSS").documentation == "All."
    docs = {s.name: s.documentation for s in facts_of(text, "CSS").symbols}
    assert docs == {"--x": "Of x.", "--y": "Of y.", "--z": ""}
    assert symbol_of(text, "CSS", "--x").span.line == 5


def test_imports_are_strings_or_urls() -> None:
    text = "@import 'a.css';\n@import url(\"b.css\") print;\n@import url(c.css);\n"
    assert imports_of(text, "CSS") == [("a.css", []), ("b.css", []), ("c.css", [])]


def test_lines_are_counted() -> None:
    text = "/* c\n\n*/\na { b: c } /* d */\n\n"
    assert facts_of(text, "CSS").lines == LineCounts(code=1, comment=3, blank=1)
