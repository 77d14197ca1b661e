"""What is in a YAML file."""

import pytest

from sphinx_repodoc.model.facts import DeclarationKind, LineCounts, OutlineKind
from tests.analyse.language_facts import declared_in, facts_of, keys_of

A_B = [("a", 1, 1), ("a.b", 1, 1)]

KEYS = [
    ("a: 1\nb:\n  c: 2\n\n# of d\nd:\n", [("a", 1, 1), ("b", 2, 3), ("b.c", 3, 3), ("d", 6, 6)]),
    ("a: {b: 1, 'c.d': [x: 1]}\n", [("a", 1, 1), ("a.b", 1, 1), ('a."c.d"', 1, 1)]),
    ("- a: 1\n- b: 2\n", []),
    ("l:\n- a: 1\nm: 1\n", [("l", 1, 2), ("m", 3, 3)]),
    ("%YAML 1.2\n---\na: 1\n---\na: 2\n...\n", [("a", 3, 3), ("a", 5, 5)]),
    ("a: &x {b: 1}\nc:\n  <<: *x\n  d: *x\n", [*A_B, ("c", 2, 4), ("c.d", 4, 4)]),
    ("a: |\n  b: 1\n\n  # no\nc: >-\n  d: 1\n", [("a", 1, 4), ("c", 5, 6)]),
    ("? a\n: b\n? [x, y]\n: z\n", [("a", 1, 2), ("[x, y]", 3, 4)]),
    ('!t a: !u\n  "b c": 1\n', [("a", 1, 2), ("a.b c", 2, 2)]),
    ("on: x\n1: y\n~: z\n", [("on", 1, 1), ("1", 2, 2), ("~", 3, 3)]),
    ("a: ${{ x }}\nb: '{{ y }}'\n", [("a", 1, 1), ("b", 2, 2)]),
]  # fmt: skip

HELM = """{{- if .Values.x }}
a: {{ include "é" . }}
b:
  {{- with .y }}
  c:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
"""

TEMPLATES = [
    (
        HELM,
        ["a", "b", "b.c"],
    ),
    ("{{/* a: 1\n  b: 2 */}}\nc: {{ .d }}-{{ .e }}\n", ["c"]),
    ("{% if x %}\na: {{ b }}:{{ c }}\n{% endif %}\n{# d: 1 #}\n", ["a"]),
    ("{{ .k }}: {{ .v }}\nb: {{ .x }}{{ .y }}\n", ['"{{ .k }}"', "b"]),
]

NOTHING = ["", "# a: 1\n", "a\n", "- a\n", "|\n  a: 1\n", "---\n...\n", "{{", "\t", "[" * 10_000]


@pytest.mark.parametrize(("text", "keys"), KEYS)
def test_keys_are_listed_with_their_lines(text: str, keys: list[tuple[str, int, int]]) -> None:
    assert keys_of(text, "YAML") == keys


@pytest.mark.parametrize(("text", "keys"), TEMPLATES)
def test_templates_do_not_hide_the_keys_around_them(text: str, keys: list[str]) -> None:
    assert [key for key, _, _ in keys_of(text, "YAML")] == keys


@pytest.mark.parametrize("text", NOTHING)
def test_what_has_no_keys_yields_nothing(text: str) -> None:
    assert facts_of(text, "YAML").outline == ()


def test_the_comment_at_the_top_is_about_the_file_unless_a_key_follows() -> None:
    text = "%YAML 1.2\n---\n# All of it.\n\n# The name.\na: 1\n"
    assert facts_of(text, "YAML").documentation == "All of it."
    assert facts_of("# The name.\na: 1\n", "YAML").documentation == ""


def test_lines_are_counted_with_templates_as_code() -> None:
    text = "# c\na: |\n  # no\n\n  x\n\n{{ if }} # d\nb: {{ y }}{{ z }} # e\n"
    assert facts_of(text, "YAML").lines == LineCounts(code=6, comment=1, blank=1)


def test_what_cannot_be_read_to_its_end_is_not_counted() -> None:
    facts = facts_of("a: }\n# c\n\n\tb: [\n", "YAML")
    assert facts.errors
    assert facts.outline == ()
    assert facts.lines is None


def test_a_workflow_declares_what_starts_it_and_what_it_uses() -> None:
    text = """on:
  push:
  pull_request: {branches: [main]}
jobs:
  call:
    uses: ./.github/workflows/x.yml
  test:
    steps:
    - uses: actions/checkout@v4
"""
    dependency, job = DeclarationKind.DEPENDENCY, DeclarationKind.JOB
    assert declared_in(text, "YAML") == [
        (DeclarationKind.TRIGGER, "push", "", "", 2),
        (DeclarationKind.TRIGGER, "pull_request", "", "", 3),
        (job, "call", "", "", 5),
        (job, "test", "", "", 7),
        (dependency, "actions/checkout", "v4", "uses", 9),
        (dependency, "./.github/workflows/x.yml", "", "uses", 6),
    ]
    for written in ("on: push\n", "on: [push]\n", "'on':\n- push\n"):
        assert [name for _, name, *_ in declared_in(written, "YAML")] == ["push"]


def test_steps_are_listed_by_name_and_by_what_they_run() -> None:
    text = """jobs:
  a:
    steps:
      - name: Get it
        uses: x@v1

      - run: |
          make
          make check
        if: always()
      - {run: "ls"}
      - null
"""
    steps = [e for e in facts_of(text, "YAML").outline if e.kind is OutlineKind.STEP]
    assert [(e.text, e.target, e.span.line, e.span.end_line) for e in steps] == [
        ("Get it", "x@v1", 4, 5),
        ("", "make", 7, 10),
        ("", "ls", 11, 11),
    ]
    action = facts_of("runs:\n  steps:\n  - run: x\n", "YAML")
    assert [e.target for e in action.outline if e.kind is OutlineKind.STEP] == ["x"]


def test_hooks_and_services_are_declared() -> None:
    hooks = "repos:\n- repo: https://x\n  rev: v1\n  hooks:\n  - id: a\n  - id: b\n"
    assert declared_in(hooks, "YAML") == [
        (DeclarationKind.HOOK, "a", "https://x v1", "", 5),
        (DeclarationKind.HOOK, "b", "https://x v1", "", 6),
    ]
    services = "services:\n  db: {image: 'x:1'}\n  web:\n    build: .\n  no: 1\n"
    assert declared_in(services, "YAML") == [
        (DeclarationKind.SERVICE, "db", "x:1", "", 2),
        (DeclarationKind.SERVICE, "web", ".", "", 3),
    ]
