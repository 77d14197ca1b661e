"""Command lines that Python files declare, and what is no declaration."""

import pytest

from sphinx_repodoc.model.command_lines import CommandLine, Option
from sphinx_repodoc.model.files import Span
from tests.analyse.python_facts import facts_of

ARGPARSE = "import argparse\np = argparse.ArgumentParser()\n"
CLICK = "import click\n@click.command()\n"
TYPER = "import typer\nfrom typing import Annotated as A\napp = typer.Typer()\n@app.command()\n"

Found = list[tuple[str, list[str]]]


def lines_of(text: str) -> tuple[CommandLine, ...]:
    return facts_of(text).command_lines


def only_option(text: str) -> Option:
    ((option,),) = (line.options for line in lines_of(text))
    return option


ARGUMENTS = [
    ("'-o', '--out', metavar='DIR', help='where to'", {"value": "DIR", "help": "where to"}),
    ("'-o', '--out-dir', type=pathlib.Path", {"value": "pathlib.Path"}),
    ("'-o', '--out-dir'", {"value": "OUT_DIR"}),
    ("'-o', dest='out'", {"value": "OUT"}),
    ("'-q', action='store_true', default=False", {"value": "", "default": "False"}),
    ("'-v', action='count'", {"value": "", "is_repeatable": True}),
    ("'-i', action='append', required=True", {"is_repeatable": True, "is_required": True}),
    ("'-x', action=Own", {"value": ""}),
    ("'-x', nargs='*'", {"number": "*"}),
    ("'-x', nargs=2", {"number": "2"}),
    ("'-x', choices=['a', 'b']", {"choices": ("a", "b"), "value": ""}),
    ("'-x', choices=(1, 2)", {"choices": ("1", "2")}),
    ("'-x', choices=[A, 'b']", {"choices": ()}),
    ("'-x', default=-1.5", {"default": "-1.5"}),
    ("'-x', default=None", {"default": ""}),
    ("'-x', default=os.cpu_count()", {"default": ""}),
    ("'-x', default=('a',\n 'b')", {"default": "('a', 'b')"}),
    ("'-x', default=3, help='100%% (%(default)s)'", {"help": "100% (3)"}),
    ("'-x', default=N, help='(%(default)s)'", {"help": "(%(default)s)"}),
    ("'-x', help='a '\n  'b'", {"help": "a b"}),
    ("'-x', help=('a '\n  # why\n  'b')", {"help": "a b"}),
    ("'-x', help=f'a {b}'", {"help": ""}),
    ("'-x', help=_('a')", {"help": ""}),
    ("'-x', help='a' + b", {"help": ""}),
    ("'-x', help=argparse.SUPPRESS", {"help": "", "is_hidden": True}),
    ("'--[no-]x', action=argparse.BooleanOptionalAction", {"names": ("--[no-]x", "--no-[no-]x")}),
    ("'--x', action=argparse.BooleanOptionalAction", {"names": ("--x", "--no-x"), "value": ""}),
    ("'file', nargs='+'", {"names": ("file",), "is_argument": True, "value": "", "number": "+"}),
    ("'file', metavar='F', type=int", {"names": ("F",), "is_argument": True, "value": "int"}),
]


@pytest.mark.parametrize(("arguments", "said"), ARGUMENTS)
def test_an_option_of_argparse_says_what_is_written_out(
    arguments: str, said: dict[str, object]
) -> None:
    option = only_option(f"{ARGPARSE}p.add_argument({arguments})\n")
    assert {name: getattr(option, name) for name in said} == said
    assert option.span.line == 3


PARSERS: list[tuple[str, Found]] = [
    ("p.add_argument_group('g').add_argument('-a')", [("", ["-a"])]),
    ("g = p.add_mutually_exclusive_group()\ng.add_argument('-a')", [("", ["-a"])]),
    ("q = p\nq.add_argument('-a')", [("", ["-a"])]),
    (
        (
            "s = p.add_subparsers()\nq = s.add_parser('one')\nq.add_argument('-a')\n"
            "q = s.add_parser('two')\nq.add_argument('-b')\n"
            "q.add_subparsers().add_parser('deep').add_argument('-c')"
        ),
        [("one", ["-a"]), ("two", ["-b"]), ("two deep", ["-c"])],
    ),
    (
        "p.add_argument('-a')\nq = argparse.ArgumentParser(parents=[p, x])\nq.add_argument('-b')",
        [("", ["-a"]), ("", ["-a", "-b"])],
    ),
    ("def f():\n    p.add_argument('-a')", [("", ["-a"])]),
    ("def f(p: argparse.ArgumentParser):\n    p.add_argument('-a')", [("", ["-a"])]),
    ("def f(p: argparse._ArgumentGroup):\n    p.add_argument('-a')", [("", ["-a"])]),
    (
        "def f(s: argparse._SubParsersAction[X]):\n    s.add_parser('n').add_argument('-a')",
        [("n", ["-a"])],
    ),
    ("class P(argparse.ArgumentParser): ...\nq = P()\nq.add_argument('-a')", [("", ["-a"])]),
    (
        (
            "class C:\n    def __init__(self):\n        self.p = argparse.ArgumentParser()\n"
            "    def f(self):\n        self.p.add_argument('-a')"
        ),
        [("", ["-a"])],
    ),
    (
        (
            "from django.core.management.base import BaseCommand\nclass C(BaseCommand):\n"
            "    def add_arguments(self, parser):\n        parser.add_argument('-a')"
        ),
        [("", ["-a"])],
    ),
    ("q = argparse.ArgumentParser(prefix_chars='+')\nq.add_argument('+a')", [("", ["+a"])]),
]


@pytest.mark.parametrize(("text", "found"), PARSERS)
def test_each_parser_has_the_options_that_are_added_to_it(text: str, found: Found) -> None:
    lines = lines_of(f"{ARGPARSE}{text}\n")
    assert [(" ".join(x.commands), [o.names[0] for o in x.options]) for x in lines] == found


DECORATORS = [
    ("@click.option('--a/--no-a', ' /-A')", {"names": ("--a", "--no-a", "-A"), "value": ""}),
    ("@click.option('-n', '--n-x', 'name', default=3)", {"names": ("-n", "--n-x"), "value": "N_X"}),
    ("@click.option('-n', type=int, multiple=True)", {"value": "int", "is_repeatable": True}),
    ("@click.option('-n', type=click.Path(exists=True))", {"value": "click.Path"}),
    ("@click.option('-n', type=click.Choice(['a', 'b']))", {"choices": ("a", "b")}),
    ("@click.option('-n', is_flag=True, hidden=True)", {"value": "", "is_hidden": True}),
    (
        "@click.option('--b', type=(str, int))",
        {"names": ("--b",), "value": "B", "number": "2"},
    ),
    ("@click.argument('src', nargs=-1)", {"names": ("SRC",), "is_argument": True, "number": "-1"}),
    ("@click.version_option(__version__, '-V')", {"names": ("-V",), "value": ""}),
    ("@click.help_option()", {"names": ("--help",)}),
    ("@click.password_option()", {"names": ("--password",)}),
]


@pytest.mark.parametrize(("decorator", "said"), DECORATORS)
def test_an_option_of_click_says_what_is_written_out(
    decorator: str, said: dict[str, object]
) -> None:
    option = only_option(f"{CLICK}{decorator}\ndef f(): ...\n")
    assert {name: getattr(option, name) for name in said} == said


def test_a_command_of_click_is_named_after_its_groups_where_the_name_is_sure() -> None:
    option = "@click.option('-a')\n"
    lines = lines_of(
        f"from click import group\nimport click\n@group()\n{option}def cli():\n    'Do it. Now.'\n"
        f"@cli.group('in')\n{option}def inner(): ...\n@inner.command()\n{option}def go_on(): ...\n"
        f"@cli.command()\n{option}def go_cmd(): ...\n@click.command('x')\n{option}def lone(): ...\n"
        f"{option}def helper(): ...\n"
    )
    assert [(x.symbol, " ".join(x.commands), x.help) for x in lines] == [
        ("cli", "", "Do it."),
        ("inner", "in", ""),
        ("go_on", "in go-on", ""),
        ("go_cmd", "", ""),  # click takes the end away from 8.2 on
        ("lone", "x", ""),
        ("helper", "", ""),
    ]


PARAMETERS = [
    ("a_b: str", {"names": ("A_B",), "is_argument": True, "is_required": True, "value": "str"}),
    ("a_b: int = 3", {"names": ("--a-b",), "value": "int", "default": "3"}),
    ("a: bool = False", {"names": ("--a", "--no-a"), "value": ""}),
    ("a: A[str, typer.Option('-a', help='x')] = 'd'", {"names": ("-a",), "default": "'d'"}),
    ("a: A[str, typer.Option()]", {"names": ("--a",), "is_required": True}),
    ("a: A[str, typer.Argument(metavar='F')] = 'd'", {"names": ("F",), "is_required": False}),
    ("a: str = typer.Option(..., '-a', metavar='M')", {"is_required": True, "value": "M"}),
    ("a: str = typer.Option('d', '--x')", {"names": ("--x",), "default": "'d'"}),
    ("a: bool = typer.Option(True, '--x/--y')", {"names": ("--x", "--y"), "value": ""}),
    ("c: typer.Context, a: str", {"names": ("A",)}),
]


@pytest.mark.parametrize(("parameter", "said"), PARAMETERS)
def test_a_parameter_of_typer_is_what_it_becomes(parameter: str, said: dict[str, object]) -> None:
    option = only_option(f"{TYPER}def f({parameter}): ...\n")
    assert {name: getattr(option, name) for name in said} == said


def test_a_command_of_typer_has_a_name_where_there_are_several() -> None:
    one = f"{TYPER}def do_it(a: str): ...\n"
    assert [line.commands for line in lines_of(one)] == [()]
    more = f"{one}@app.command('x')\ndef y(a: str): ...\ndef z(a: str): ...\ntyper.run(z)\n"
    assert [line.commands for line in lines_of(more)] == [("do-it",), ("x",), ()]
    assert [line.commands for line in lines_of(f"{one}app.add_typer(x)\n")] == [("do-it",)]


NOTHING = [
    f"{ARGPARSE}p = other()\np.add_argument('-a')",
    f"{ARGPARSE}if x:\n    p = other()\np.add_argument('-a')",
    f"{ARGPARSE}p.add_argument(*names)",
    f"{ARGPARSE}p.add_argument('-a', **more)",
    f"{ARGPARSE}p.add_argument(NAME)",
    f"{ARGPARSE}p.add_argument(f'--{{name}}')",
    f"{ARGPARSE}def f(p):\n    p.add_argument('-a')",
    f"{ARGPARSE}p.add_subparsers().add_parser(name).add_argument('-a')",
    f"{ARGPARSE}q = argparse.ArgumentParser(prefix_chars=x)\nq.add_argument('-a')",
    f"{ARGPARSE}q = q\nq.add_argument('-a')",
    "class argparse:\n    ArgumentParser = 1\np = argparse.ArgumentParser()\np.add_argument('-a')",
    "# import argparse\n'p.add_argument(1)'\np.add_argument('-a')",
    "from other import click\n@click.command()\n@click.option('-a')\ndef f(): ...",
    f"{CLICK}@click.option(*names)\ndef f(): ...",
    f"{TYPER.replace('app =', 'app = x =')}def f(): ...",
    "from fast import typer\n@typer.Typer().command()\ndef f(a: str): ...",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_not_surely_declared_is_not_said(text: str) -> None:
    assert lines_of(f"{text}\n") == ()


def test_a_long_chain_of_variables_is_not_followed() -> None:
    chain = "".join(f"p{n} = p{n - 1}\n" for n in range(1, 2000))
    lines = lines_of(
        f"import argparse\np0 = argparse.ArgumentParser()\n{chain}p1999.add_argument('-a')"
    )
    assert lines == ()


def test_a_parser_is_where_it_is_made() -> None:
    (line,) = lines_of("import argparse as a\np = a.ArgumentParser(\n    description='D.')\n"
                       "p.add_argument('-a')\n")  # fmt: skip
    assert (line.span, line.help, line.library) == (Span(2, 3), "D.", "argparse")
