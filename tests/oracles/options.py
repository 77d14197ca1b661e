"""Options read from programs' sources beside the ones that their own ``--help`` prints.

``python -m tests.oracles.options [PYTHON]`` takes the programs that are installed for an
interpreter, compares the option strings of each subcommand whose parser the sources declare, and
prints what is only in the one or the other.
"""

import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from sphinx_repodoc.analyse.facts import find_facts
from sphinx_repodoc.model.command_lines import CommandLine

PROGRAMS = {
    "autopep8": ["autopep8.py"],
    "bandit": ["bandit/cli/main.py"],
    "black": ["black/__init__.py"],
    "build": ["build/__main__.py"],
    "codespell": ["codespell_lib/_codespell.py"],
    "cookiecutter": ["cookiecutter/cli.py"],
    "coverage": ["coverage/cmdline.py"],
    "datasette": ["datasette/cli.py"],
    "dotenv": ["dotenv/cli.py"],
    "fastapi": ["fastapi_cli/cli.py"],
    "flask": ["flask/cli.py"],
    "http": ["httpie/cli/definition.py"],
    "hypercorn": ["hypercorn/__main__.py"],
    "import-linter": ["importlinter/cli.py"],
    "isort": ["isort/main.py"],
    "jupytext": ["jupytext/cli.py"],
    "mkdocs": ["mkdocs/__main__.py"],
    "nbstripout": ["nbstripout/_nbstripout.py"],
    "openapi-python-client": ["openapi_python_client/cli.py"],
    "pip-compile": ["piptools/scripts/compile.py"],
    "pre-commit": ["pre_commit/main.py"],
    "sphinx-apidoc": ["sphinx/ext/apidoc/_cli.py"],
    "sphinx-autogen": ["sphinx/ext/autosummary/generate.py"],
    "sphinx-build": ["sphinx/cmd/build.py"],
    "sphinx-quickstart": ["sphinx/cmd/quickstart.py"],
    "sqlite-utils": ["sqlite_utils/cli.py"],
    "towncrier": [
        "towncrier/_shell.py",
        "towncrier/build.py",
        "towncrier/check.py",
        "towncrier/create.py",
    ],
    "uvicorn": ["uvicorn/main.py"],
    "vulture": ["vulture/config.py"],
    "yamllint": ["yamllint/cli.py"],
    "yapf": ["yapf/__init__.py"],
}
"""Commands, and the modules that declare their options."""

OPTION = re.compile(r"(?<![\w-])(?:--?[A-Za-z0-9][\w-]*|-(?!\S))")

IMPLIED = frozenset({"-h", "--help", "--install-completion", "--show-completion"})
"""Which every program has by its library, without declaring it."""

Options = Mapping[tuple[str, ...], set[str]]


def read_options(files: list[Path]) -> Options:
    """Read what files declare, by subcommand."""
    facts = (find_facts(file.read_text("utf-8"), "Python") for file in files)
    return list_options(line for each in facts if each for line in each.command_lines)


def list_options(lines: Iterable[CommandLine]) -> Options:
    """Return the option strings that help is to show, by subcommand."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for line in lines:
        if line.commands or line.library != "argparse" or not line.symbol:
            shown = (each for each in line.options if not (each.is_argument or each.is_hidden))
            found[line.commands] |= {name for option in shown for name in option.names}
    return found


def ask_options(command: list[str]) -> set[str]:
    """Return the option strings that begin a line of a program's help, before their meaning."""
    environment = {"COLUMNS": "200", "PATH": "/usr/bin:/bin", "TERM": "dumb", "HOME": "/tmp"}
    done = subprocess.run(
        [*command, "--help"], capture_output=True, text=True, check=False, env=environment
    )
    lines = (line.strip(" │*") for line in done.stdout.splitlines())
    heads = (re.split(r"\s{2,}(?!--?\w|\s)", line)[0] for line in lines if line.startswith("-"))
    return {name for head in heads for name in OPTION.findall(head)}


def compare(name: str, python: Path) -> None:
    """Print how the options of a program agree."""
    home = next(python.parent.parent.glob("lib/python*/site-packages"))
    program = python.parent / name
    files = [home / file for file in PROGRAMS[name]]
    if not program.exists() or not all(file.exists() for file in files):
        return
    for commands, read in sorted(read_options(files).items()):
        asked = ask_options([str(program), *commands]) - IMPLIED
        missing, wrong = sorted(asked - read), sorted(read - asked - IMPLIED)
        title = " ".join((name, *commands))
        print(f"{title}: {len(asked & read)} of {len(asked)}; missing {missing}; wrong {wrong}")


if __name__ == "__main__":
    chosen = Path(sys.argv[1] if len(sys.argv) > 1 else sys.executable)
    for each in PROGRAMS:
        compare(each, chosen)
