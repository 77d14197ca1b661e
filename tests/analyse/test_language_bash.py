"""What is in a script for Bash, or a shell like it."""

import pytest

from sphinx_repodoc.model.facts import LineCounts
from tests.analyse.language_facts import facts_of, heads_of, imports_of, kinds_of, symbol_of

KINDS = [
    (
        "f() { :; }\nfunction g { :; }\nfunction h() ( : )\nfunction i::j-k { :; }",
        dict.fromkeys(["f", "g", "h", "i::j-k"], "function"),
    ),
    ("f() { x=1; local Y=2; export Z=3; g() { :; }; }", {"f": "function", "f.g": "function"}),
    (
        "export A=1\ndeclare -x b=2\ntypeset -i c=3\nD=4\nE=(1 2)",
        dict.fromkeys("AbcDE", "variable"),
    ),
    ("readonly A=1 b=2\ndeclare -gr C=3\nreadonly D", dict.fromkeys("AbCD", "constant")),
    (
        "alias ll='ls -l' la=ls\nalias -g G='| grep'\nalias 'x!'=y",
        dict.fromkeys(["ll", "la", "G", "x!"], "alias"),
    ),
    ("f() { :; }\ng() { if [ x\n", {"f": "function"}),
]

NOTHING = [
    "",
    "# f() { :; }",
    "cat <<E\nf() { :; }\nE\necho 'g() { :; }'; eval \"h() { :; }\"",
    "a=1\nA+=(2)\nB[0]=1\nexport C\nD=1 command\nalias\nalias ll\nalias $x=y",
    "if x; then A=1; fi",
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    assert kinds_of(text, "Bash") == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, "Bash").symbols == ()


def test_heads_are_as_written() -> None:
    text = "f() { :; }\nfunction g {\n :; }\nexport A=1\ndeclare -r B=2\nalias ll='ls -l'\n"
    assert heads_of(text, "Bash") == [
        "f()",
        "function g",
        "export A",
        "declare -r B",
        "alias ll",
    ]


def test_a_comment_right_above_documents() -> None:
    text = (
        "#!/bin/sh\n# shellcheck disable=SC1091\n#\n# Builds.\n# All of it.\n\nset -e\n\n"
        "# Does.\nf() { :; }\n\n# No.\n\ng() { :; }\n"
    )
    assert facts_of(text, "Bash").documentation == "Builds.\nAll of it."
    assert symbol_of(text, "Bash", "f").documentation == "Does."
    assert symbol_of(text, "Bash", "g").documentation == ""


@pytest.mark.parametrize(
    ("command", "module"),
    [
        ("source ./a.sh", "./a.sh"),
        (". '/etc/b'", "/etc/b"),
        ('. "$(dirname "$0")/c.sh"', "./c.sh"),
        ('source "$(dirname "${BASH_SOURCE[0]}")"/../d.sh', "./../d.sh"),
        ('. "${BASH_SOURCE%/*}/e"', "./e"),
        ('source "${F}/g.sh" h', "${F}/g.sh"),
    ],
)
def test_what_is_sourced_is_imported(command: str, module: str) -> None:
    assert imports_of(command, "Bash") == [(module, [])]


@pytest.mark.parametrize("command", ['source "$a"', ". <(b)", "source", "./c.sh", "source $(d)"])
def test_what_only_a_run_can_tell_is_no_import(command: str) -> None:
    assert imports_of(command, "Bash") == []


def test_an_import_says_by_what_and_when() -> None:
    text = "source a\n[ -f b ] && . b\nif x; then . c; fi\nf() {\n . d\n}\n"
    found = facts_of(text, "Bash").imports
    assert [(i.keyword, i.context.value, i.scope) for i in found] == [
        ("source", "module", ""),
        (".", "conditional", ""),
        (".", "conditional", ""),
        (".", "function", "f"),
    ]


def test_tests_are_found_with_their_framework() -> None:
    bats = facts_of("@test 'a' {\n run b\n}\n@test \"c\" {\n d\n}\n", "Bash").tests
    assert [(t.framework, t.name) for t in bats] == [("bats", "a"), ("bats", "c")]
    shunit = facts_of("test_a() { :; }\nb() { :; }\n. shunit2\n", "Bash").tests
    assert [(t.framework, t.name) for t in shunit] == [("shUnit2", "test_a")]
    assert facts_of("test_a() { :; }\n", "Bash").tests == ()


def test_lines_are_counted() -> None:
    text = "#!/bin/sh\n\n# a\nb='c\n\nd' # e\ncat <<E\n\n# f\nE\n"
    assert facts_of(text, "Bash").lines == LineCounts(code=7, comment=2, blank=1)


def test_an_error_behind_the_last_line_is_in_that() -> None:
    text = "echo a\nfor x in (1..2) {\n  a b\n"
    errors = facts_of(text, "Bash").errors
    assert errors
    assert max(span.end_line for span in errors) <= 3
