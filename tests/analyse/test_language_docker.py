"""What is in a Dockerfile."""

import pytest

from sphinx_repodoc.model.facts import LineCounts
from tests.analyse.language_facts import facts_of, heads_of, kinds_of, symbol_of

STAGE, ARG, ENV, PORT = "stage", "build argument", "environment variable", "exposed port"

KINDS = [
    ("FROM a AS b\n", {"b": STAGE}),
    ("from --platform=$P a:1 as b\nRUN x\n", {"b": STAGE}),
    ("ARG A\nARG B=1 C='2 3'\n", dict.fromkeys("ABC", ARG)),
    ("FROM a AS b\nARG X\nFROM c\nARG Y\n", {"b": STAGE, "b.X": ARG, "Y": ARG}),
    ('ENV A=1 B="2 = 3" \\\n  # no\n\n  C=4\n', dict.fromkeys("ABC", ENV)),
    ("ENV A the value B=1\n", {"A": ENV}),
    ("EXPOSE 80 443/tcp\n", {"80": PORT, "443/tcp": PORT}),
    ("RUN <<A <<'B'\nENV X=1\nA\nENV Y=1\nB\nENV Z=1\n", {"Z": ENV}),
    ("RUN <<A\nENV X=1\nRUN x <<<y\nENV Y=1\ny\n", {"X": ENV, "Y": ENV}),
    ("COPY <<-A /x\n\tENV X=1\n\tA\nARG Z\n", {"Z": ARG}),
    ("# escape=`\nRUN dir c:\\\nENV A=1 `\n  B=2\n", {"A": ENV, "B": ENV}),
    ("ONBUILD ENV A=1\n", {"A": ENV}),
    ('ADD ["a b", "c"]\nARG A\n', {"A": ARG}),
]

NOTHING = [
    "",
    "# FROM a AS b\n",
    "FROM a\n",
    "RUN ENV A=1\n",
    "RUN a \\\n  ENV A=1\n",
    "\\\n",
    "ENV",
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    assert kinds_of(text, "Docker") == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, "Docker").symbols == ()


def test_a_stage_goes_to_the_next_and_names_its_image() -> None:
    text = "FROM a:1 AS b\nRUN x \\\n  y\n\n# c\nFROM b AS c\nARG X=1\n"
    spans = [(s.name, s.span.line, s.span.end_line) for s in facts_of(text, "Docker").symbols]
    assert spans == [("b", 1, 3), ("c", 6, 7), ("X", 7, 7)]
    assert heads_of(text, "Docker") == ["FROM a:1 AS b", "FROM b AS c", "ARG X"]


def test_comments_document_what_follows() -> None:
    text = (
        "# syntax=docker/dockerfile:1\n\n# All of it.\n\nFROM a\n"
        "# Which\n# one.\nARG X\n\n# no\n\nARG Y\n"
    )
    facts = facts_of(text, "Docker")
    assert facts.documentation == "All of it."
    assert symbol_of(text, "Docker", "X").documentation == "Which\none."
    assert symbol_of(text, "Docker", "Y").documentation == ""


def test_images_and_files_are_taken_from_elsewhere() -> None:
    text = (
        "FROM a:1 AS b\nCOPY --chown=x --link c 'd e' /f/\nFROM b\nCOPY --from=B g .\n"
        'COPY --from=0 g .\nCOPY --from=i:2 g .\nADD ["j k", "l", "m"]\nCOPY <<X n /o\nX\n'
        "FROM scratch\nFROM $P\n"
    )
    imports = facts_of(text, "Docker").imports
    assert [(i.keyword, i.module, i.alias, i.line) for i in imports] == [
        ("FROM", "a:1", "b", 1),
        ("COPY", "c", "", 2),
        ("COPY", "d e", "", 2),
        ("COPY --from", "i:2", "", 6),
        ("ADD", "j k", "", 7),
        ("ADD", "l", "", 7),
        ("COPY", "n", "", 8),
        ("FROM", "$P", "", 11),
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("FROM a\nCMD x\nENTRYPOINT y\nCMD z\n", 3),
        ("FROM a\nENTRYPOINT y\nFROM b\nCMD x\nCMD z\n", 5),
        ("FROM a\nENTRYPOINT y\nFROM b\n", None),
    ],
)
def test_what_a_container_runs_is_the_entry_point(text: str, line: int | None) -> None:
    entry = facts_of(text, "Docker").entry_point
    assert (entry.line if entry else None) == line


def test_lines_are_counted() -> None:
    text = "# c\nFROM a\n\nRUN x \\\n  # d\n  y # z\nRUN <<E\n# no\n\nE\n"
    assert facts_of(text, "Docker").lines == LineCounts(code=6, comment=2, blank=2)
