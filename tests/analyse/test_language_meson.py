"""What is in a file of Meson."""

import pytest

from sphinx_repodoc.model.facts import DeclarationKind, Facts, LineCounts
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.import_contexts import ImportContext
from tests.analyse import language_facts
from tests.analyse.language_facts import symbol_of


def facts_of(text: str) -> Facts:
    """Return the facts of a text, with a line end after it."""
    return language_facts.facts_of(f"{text}\n", "Meson")


KINDS = [
    ("project('p', 'c')", [("p", "project")]),
    ("executable('a', 'a.c')\nlibrary('b')", [("a", "executable"), ("b", "library")]),
    (
        "shared_library('a')\nstatic_library('b')\nboth_libraries('c')\nshared_module('d')",
        [
            *(("a", "shared library"), ("b", "static library"), ("c", "both libraries")),
            ("d", "shared module"),
        ],
    ),
    ("x = executable('a')", [("x", "variable"), ("a", "executable")]),
    ("py.extension_module(\n  '_a',\n  'a.c')", [("_a", "extension module")]),
    ("custom_target('a.b', output: 'c')", [("a.b", "custom target")]),
    (
        "run_target('r', command: 'x')\nalias_target('s', r)",
        [("r", "run target"), ("s", "alias target")],
    ),
    ("option('o', type: 'boolean')", [("o", "option")]),
    ("x = 1\nx += 2\nset_variable('y', 3)", [("x", "variable"), ("y", "variable")]),
    ("if a\n  x = 1\nelse\n  x = 2\nendif", [("x", "variable"), ("x", "variable")]),
    ("foreach a, b : {'c': 1}\n  executable('d')\nendforeach", [("d", "executable")]),
    ("test('t', executable('e', 'e.c'))", [("e", "executable")]),
]

NOTHING = [
    "",
    "# executable('a')",
    "message('''\nexecutable('a')\n''')",
    "executable(name, 'a.c')",
    "executable(f'a@b@', 'a.c')\nexecutable('a' + b)",
    "executable()\nproject()",
    "cc.executable('a')\nextension_module('a')",
    "a.project('b')",
    "x += 1",
    "x == 1",
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: list[tuple[str, str]]) -> None:
    assert [(symbol.name, symbol.kind) for symbol in facts_of(text).symbols] == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    facts = facts_of(text)
    assert (facts.symbols, facts.tests, facts.declarations, facts.errors) == ((), (), (), ())


HEADS = [
    ("executable('a', 'b.c')", ["executable a"]),
    (
        "project('p', ['c', 'cpp'], # no\n  version: '1', # no\n  license: 'MIT',\n)",
        ["project p, ['c', 'cpp'], version: '1', license: 'MIT'"],
    ),
    ("project('p')", ["project p"]),
    ("x = ['a']", ["x"]),
]


@pytest.mark.parametrize(("text", "heads"), HEADS)
def test_heads_name_the_function_and_what_a_project_says_of_itself(
    text: str, heads: list[str]
) -> None:
    assert language_facts.heads_of(text, "Meson") == heads


def test_a_definition_ends_with_its_last_bracket_or_string() -> None:
    text = "x = [\n  'a',\n]\nexecutable(\n  'b',\n)\ny = '''\n\n'''\nz = a ? b : (\n c)"
    assert [symbol.span for symbol in facts_of(text).symbols] == [
        *(Span(1, 3), Span(4, 6), Span(7, 9), Span(10, 11)),
    ]


def test_comments_and_descriptions_document() -> None:
    text = (
        "# All.\n\n# One\n# more.\nx = executable('a')\n\n# no\n\ny = 1\n"
        "# Of the test.\ntest('t', executable('b'))\n"
        "# Options.\noption('o', description: 'Use it.')\noption('p')\n"
    )
    facts = facts_of(text)
    assert facts.documentation == "All."
    assert [(symbol.name, symbol.documentation) for symbol in facts.symbols] == [
        *(("x", "One\nmore."), ("a", "One\nmore."), ("y", ""), ("b", "")),
        *(("o", "Use it."), ("p", "")),
    ]


IMPORTS = [
    ("subdir('a')\nsubproject('b')", [("subdir", "a", 1), ("subproject", "b", 2)]),
    ("import('fs')", [("import", "fs", 1)]),
    ("x = [dependency('a', version: '>1'),\n  dependency('b', 'c')]",
     [("dependency", "a", 1), ("dependency", "b", 2)]),
    ("find_program('a.py', 'b')", [("find_program", "a.py", 1)]),
    (
        "executable('a', 'b.c', ['c.c',\n 'd.c'], sources: 'e.c')",
        [(*("executable", name), line) for name, line in
         (("b.c", 1), ("c.c", 1), ("d.c", 2), ("e.c", 2))],
    ),
    (
        "s = ['a.c']\ns += 'b.c'\nlibrary('c', s)\nlibrary('d', s)",
        [("library", "a.c", 1), ("library", "b.c", 2)],
    ),
    ("foreach f : ['a.c',\n'b.c']\n  x = files(f)\nendforeach",
     [("files", "a.c", 1), ("files", "b.c", 2)]),
    ("library('c', ['a.c'] + x, y ? 'b.c' : [])", [("library", "a.c", 1), ("library", "b.c", 1)]),
    ("test('a', b, args: files('c'))", [("files", "c", 1)]),
    ("custom_target('a', input: ['b', '@0@.c'.format(d)])", [("custom_target", "b", 1)]),
    ("configure_file(input: 'a.in', output: 'a')", [("configure_file", "a.in", 1)]),
    ("py.install_sources(['a.py'], subdir: 'b')", [("install_sources", "a.py", 1)]),
    ("x = x\nlibrary('a', x)", []),
    ("library('a', 'b' + '.c', f'@c@.c', '@d@.c', name_prefix: 'e')", []),
    ("cc.find_library('m')\nd.dependency('e')\ncc.files('f')", []),
    ("subdir(x)\nsubdir()", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), IMPORTS)
def test_what_a_build_takes_is_imported_where_it_is_named(
    text: str, expected: list[tuple[str, str, int]]
) -> None:
    found = [(i.keyword, i.module, i.line) for i in facts_of(text).imports]
    assert found == expected


def test_what_stands_under_a_condition_is_taken_under_it() -> None:
    text = "subdir('a')\nif x\n  subdir('b')\nelse\n  subdir('c')\nendif"
    contexts = [statement.context for statement in facts_of(text).imports]
    assert contexts == [ImportContext.MODULE, *[ImportContext.CONDITIONAL] * 2]


def test_tests_are_named_as_they_are_written() -> None:
    text = "test('a b', x)\nbenchmark('c', x)\ntest(n + '1',\n  x)\nx.test('d')\ntest()"
    assert [(case.name, case.span) for case in facts_of(text).tests] == [
        *(("a b", Span(1, 1)), ("n + '1'", Span(3, 4))),
    ]


def test_what_is_only_run_is_a_task() -> None:
    text = "run_target('fmt', command: [prog, 'tools/fmt.py', '--all'])\nrun_target(x, command: y)"
    assert language_facts.declared_in(text, "Meson") == [
        (DeclarationKind.TASK, "fmt", "tools/fmt.py --all", "", 1)
    ]


@pytest.mark.parametrize(
    ("text", "line"), [("x = 1\ny = (\n", 3), ("if x\n", 2), ('x = "a"', 1), ("a\n~", 2)]
)
def test_what_meson_does_not_accept_is_an_error(text: str, line: int) -> None:
    facts = facts_of(f"# About.\n\n{text}")
    assert ([span.line for span in facts.errors], facts.symbols) == ([line + 2], ())
    assert facts.documentation == "About."


def test_what_is_nested_too_deep_is_not_read() -> None:
    assert facts_of("x = " + "(" * 9_000 + ")" * 9_000).is_partial


def test_meson_itself_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    facts_of("return = 1\nx = 'a\nb'")
    assert capfd.readouterr() == ("", "")


def test_lines_are_counted() -> None:
    text = "# a\r\nx = [ # b\r\n\r\n  # c\r\n]\r\ny = '''\r\n# d\r\n'''\r\n"
    facts = language_facts.facts_of(text, "Meson")
    assert facts.lines == LineCounts(code=5, comment=2, blank=1)
    assert symbol_of(text, "Meson", "y").span == Span(6, 8)
