"""What configuration files declare."""

import pytest

from sphinx_repodoc.analyse.facts import find_facts
from sphinx_repodoc.model.facts import DeclarationKind

DISTRIBUTION, COMMAND = DeclarationKind.DISTRIBUTION, DeclarationKind.COMMAND
ENTRY_POINT = DeclarationKind.ENTRY_POINT
TASK, JOB = DeclarationKind.TASK, DeclarationKind.JOB
DEPENDENCY = DeclarationKind.DEPENDENCY

NAMES = ("a-c", "a-d", "a-b-c", "a-b-d")

RANGES = [f"3.{minor}-{major}-x" for minor in (9, 10, 11) for major in (2, 1)]

WORKFLOW = """name: CI
jobs:
  test:
    steps:
      - uses: x
      - run: |
          tox
          pytest crates/cli
        working-directory: sub
  lint: {steps: [{run: ruff}]}
  other: null
"""


FOUND: list[tuple[str, str, list[tuple[DeclarationKind, str, str]]]] = [
    (
        "TOML",
        '[project]\nname = "a"\n[project.scripts]\nrun = "a.b:c"\n',
        [(DISTRIBUTION, "a", ""), (COMMAND, "run", "a.b:c")],
    ),
    ("TOML", '[tool.poetry]\nname = "p"\n', [(DISTRIBUTION, "p", "")]),
    (
        "TOML",
        "[target.'cfg(unix)'.dependencies.a]\nversion = '1'\n[target.x.dependencies]\nb = '2'\n",
        [(DEPENDENCY, "a", "1"), (DEPENDENCY, "b", "2")],
    ),
    ("TOML", '[project.entry-points."a.b"]\nn = "m:o"\n', [(ENTRY_POINT, "n", "m:o")]),
    (
        "TOML",
        '[[bin]]\nname = "x"\n[[bin]]\nname = "y"\n',
        [(COMMAND, "x", ""), (COMMAND, "y", "")],
    ),
    ("INI", "[options.entry_points]\na.b =\n    n = m:o\n", [(ENTRY_POINT, "n", "m:o")]),
    (
        "Python",
        (
            "from setuptools import setup as s\ns(name='a', version=V, scripts=['bin/x', Y], "
            "install_requires=['b>1'],\n  entry_points={'console_scripts': ['c = m:o'], "
            "'p': ['n=m'], K: ['z=m']})\n"
        ),
        [
            *((DISTRIBUTION, "a", ""), (COMMAND, "x", "bin/x"), (COMMAND, "c", "m:o")),
            *((ENTRY_POINT, "n", "m"), (DeclarationKind.DEPENDENCY, "b>1", "")),
        ],
    ),
    ("Python", "def setup(**k): ...\nsetup(name='a')\n", []),
    (
        "Python",
        (
            "import nox\n@nox.session(name='a-b')\ndef f(s):\n    s.run('x', 'y z')\n    s.run(X)\n"
            "@nox.session\ndef g(s: nox.Session): s.run('g')\n@nox.session(name=N)\ndef h(s): ...\n"
        ),
        [(TASK, "a-b", "x 'y z'"), (TASK, "g", "g")],
    ),
    (
        "TOML",
        '[package]\nname = "crate"\n',
        [(DISTRIBUTION, "crate", ""), (DeclarationKind.ALIAS, "crate", "src/lib.rs")],
    ),
    ("TOML", '[tool.tox.env.lint]\ndescription = "x"\n', [(TASK, "lint", "")]),
    ("INI", "[metadata]\nname = a\n", [(DISTRIBUTION, "a", "")]),
    (
        "INI",
        "[options.entry_points]\nconsole_scripts =\n    run = a:b\n",
        [(COMMAND, "run", "a:b")],
    ),
    (
        "INI",
        "[tox]\n[testenv]\n[testenv:Docs]\ndescription = Make\n  them.\n",
        [(TASK, "Docs", "")],
    ),
    ("INI", "[testenv:a{,-b}-{c, d}]\n", [(TASK, n, "") for n in NAMES]),
    ("INI", "[testenv:3.{9-11,13-}-{2-1}-x]\n", [(TASK, n, "") for n in RANGES]),
    (
        "JSON",
        '{"name": "@s/x", "bin": "cli.js", "scripts": {"test": "mocha", "no": 1}}',
        [(DISTRIBUTION, "@s/x", ""), (COMMAND, "x", "cli.js"), (TASK, "test", "mocha")],
    ),
    (
        "JSON",
        '{"name": "x", "bin": {"y": "b"}}',
        [(DISTRIBUTION, "x", ""), (COMMAND, "y", "b")],
    ),
    (
        "YAML",
        WORKFLOW,
        [
            (JOB, "test", "cd sub\ntox\npytest crates/cli"),
            (JOB, "lint", "ruff"),
            (JOB, "other", ""),
            (DEPENDENCY, "x", ""),
        ],
    ),
]


@pytest.mark.parametrize(("language", "text", "found"), FOUND)
def test_declarations_are_found(
    language: str, text: str, found: list[tuple[DeclarationKind, str, str]]
) -> None:
    facts = find_facts(text, language)
    assert facts
    assert [(each.kind, each.name, each.value) for each in facts.declarations] == found
    assert facts.is_structured


TOX = """\
[tox]
env_list =
    py3{8,9}
    lint, x
[testenv]
description = base
commands =
    # why
    pytest tests

    py39,lint: more {posargs}
    !py39: less
[testenv:docs]
description = Make
    them.
commands_pre = a
commands = b
[testenv:old]
base = x
"""

TOX_TABLES = """\
env_list = ["py", {product = []}]
[env_run_base]
commands = [["pytest", "a b"], [{replace = "posargs"}]]
[env.lint]
description = "Check."
commands = [
    ["ruff"],
    ["mypy"],
]
"""


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "INI",
            TOX,
            {
                "docs": (13, "Make them.", "a\nb", (16, 17)),
                "old": (18, "", "", ()),
                "py38": (3, "", "pytest tests\nless", (9, 12)),
                "py39": (3, "", "pytest tests\nmore {posargs}", (9, 11)),
                "lint": (4, "", "pytest tests\nmore {posargs}\nless", (9, 11, 12)),
                "x": (4, "", "pytest tests\nless", (9, 12)),
            },
        ),
        (
            "TOML",
            TOX_TABLES,
            {
                "lint": (4, "Check.", "ruff\nmypy", (7, 8)),
                "py": (1, "", "pytest 'a b'", (3,)),
            },
        ),
    ],
)
def test_the_environments_of_tox_run_their_commands_or_those_that_all_inherit(
    language: str, text: str, found: dict[str, tuple[int, str, str, tuple[int, ...]]]
) -> None:
    facts = find_facts(text, language)
    assert facts
    tasks = [each for each in facts.declarations if each.kind is TASK]
    assert {d.name: (d.line, d.documentation, d.value, d.lines) for d in tasks} == found


def test_the_jobs_of_gitlab_have_the_lines_of_their_commands() -> None:
    text = (
        "a:\n  script:\n    - make x\n    - |\n      one\n      two\n  before_script: [b]\nz: {}\n"
    )
    facts = find_facts(text, "YAML")
    assert facts
    (job,) = facts.declarations
    assert (job.kind, job.name, job.group) == (JOB, "a", "script")
    assert list(zip(job.value.split("\n"), job.lines, strict=False)) == [
        ("b", 7),
        ("make x", 3),
        ("one", 5),
        ("two", 6),
    ]


def test_what_a_workflow_declares_has_its_line() -> None:
    facts = find_facts(WORKFLOW, "YAML")
    assert facts
    assert [each.line for each in facts.declarations] == [3, 10, 11, 5]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("TOML", "name = \n"),
        ("TOML", 'name = "x"\nproject = 1\n[tool]\npoetry = []\n'),
        ("INI", "name"),
        ("INI", "[a\nname = 1\n"),
        ("JSON", '["name"]'),
        ("JSON", '{"name": 1, "bin": [], "scripts": 3}'),
        ("JSON", "[" * 10_000 + '"name"'),
        ("YAML", "a: [\njobs:\n  x\n"),
        ("YAML", "a: 1\njobs: [x]\n"),
        ("YAML", "a: 1\n---\njobs:\n  x: 1\n"),
        ("YAML", "x\njobs: !!python/object/apply:os.system [ls]\n"),
    ],
)
def test_what_is_not_as_a_tool_expects_it_declares_nothing(language: str, text: str) -> None:
    facts = find_facts(text, language)
    assert facts
    assert facts.declarations == ()
