"""Which files the tasks, jobs and commands of configuration files run, and headers."""

from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.history import Log
from sphinx_repodoc.model.relations import RelationKind
from sphinx_repodoc.relate.imports import resolve
from sphinx_repodoc.relate.relations import relate
from sphinx_repodoc.relate.runs import find_runs
from tests.relate.conftest import Analyse

TREE: Mapping[str, str] = {
    "tools/make.py": "",
    "tools/run.sh": "",
    "pkg/__init__.py": "",
    "pkg/cli.py": "",
    "conf/lint.toml": "",
    "web/bin/cli.js": "",
    "Makefile.am": "",
}

WORKFLOW = ".github/workflows/ci.yml"
JOB = "jobs:\n  go:\n    steps:\n"
MOVED = "      - uses: actions/checkout@v4\n        with: {path: web}\n"
IN_WEB = "defaults: {run: {working-directory: web}}\n"
IN_TOOLS = IN_WEB.replace("web", "tools")
CLI, CLI_6 = ["web/bin/cli.js 4 go"], ["web/bin/cli.js 6 go"]

CASES = [
    ("Makefile", "docs:\n\tpython tools/make.py --all\n", ["tools/make.py 2 docs"]),
    ("Makefile", "docs:\n\t@./tools/run.sh 'a' # tools/make.py\n", ["tools/run.sh 2 docs"]),
    ("Makefile", "lint:\n\tcheck --config=conf/lint.toml $(X)\n", ["conf/lint.toml 2 lint"]),
    ("Makefile", 'x:\n\techo tools pkg/ none/at.py /etc/passwd ../up.py "\n', []),
    ("Makefile", "x:\n\tfind . -name Makefile.am -print\n", []),
    ("pyproject.toml", '[project.scripts]\nrun = "pkg.cli:main"\n', ["pkg/cli.py 2 run"]),
    ("pyproject.toml", '[project.scripts]\nrun = "other.cli:main"\n', []),
    ("web/package.json", '{"name": "w",\n"bin": "./bin/cli.js"}', ["web/bin/cli.js 2 w"]),
    ("web/package.json", '{"scripts": {\n"go": "node bin/cli.js"}}', ["web/bin/cli.js 2 go"]),
    (
        ".github/workflows/ci.yml",
        "jobs:\n  test:\n    steps: [{run: 'bash tools/run.sh; python -m pkg.cli'}]\n",
        ["tools/run.sh 3 test", "pkg/cli.py 3 test"],
    ),
    (
        ".github/workflows/ci.yml",
        (
            "jobs:\n  test:\n    steps:\n      - name: x\n        run: |\n\n          make\n"
            "          bash tools/run.sh\n      - run: >\n          python\n"
            "          tools/make.py\n      - run: &a |\n          bash tools/run.sh\n"
        ),
        ["tools/run.sh 8 test", "tools/make.py 9 test"],
    ),
    (WORKFLOW, f"{JOB}      - run: cd web && node bin/cli.js && bash tools/run.sh\n", CLI),
    (WORKFLOW, f"{JOB}      - {{run: node bin/cli.js, working-directory: web}}\n", CLI),
    (WORKFLOW, f"{JOB}      - run: cd $X && bash tools/run.sh\n", []),
    (WORKFLOW, f"{JOB}      - run: |\n          cd web\n          node bin/cli.js\n", CLI_6),
    (WORKFLOW, f"{JOB}      - run: cd web\n      - run: node bin/cli.js\n", []),
    (WORKFLOW, f"{JOB}      - run: (cd web; ls); bash tools/run.sh\n", []),
    (WORKFLOW, f"{JOB}      - run: node bin/cli.js\n    {IN_WEB}{IN_TOOLS}", CLI),
    (WORKFLOW, f"{JOB}      - run: bash run.sh\n{IN_TOOLS}", ["tools/run.sh 4 go"]),
    ("web/package.json", '{"scripts": {\n"go": "sh tools/run.sh"}}', []),
    (WORKFLOW, f"{JOB}{MOVED}      - run: cd web && node bin/cli.js\n", []),
    ("Makefile", "x:\n\tpython -m pkg.sub\n", ["pkg/sub/__main__.py 2 x"]),
    ("Makefile", "x:\n\tcd web; \\\n\tnode bin/cli.js\n", ["web/bin/cli.js 3 x"]),
    ("Makefile", "x:\n\tcd web; \\\n\tsh tools/run.sh\n", []),
    ("Makefile", "x:\n\tmake -C web tools/run.sh\n", []),
    ("justfile", "x:\n  #!/bin/sh\n  cd web\n  sh tools/run.sh\n", []),
    ("web/rules.mk", "x:\n\tsh tools/run.sh\n", ["tools/run.sh 2 x"]),
    (
        "Makefile",
        "x:\n\tcd web && sh bin/cli.js\n\tsh tools/run.sh\n",
        ["web/bin/cli.js 2 x", "tools/run.sh 3 x"],
    ),
    (
        "Makefile",
        "docs: x ; tools/run.sh\n\t@true\n\n\tpython \\\n\t  tools/make.py\n",
        ["tools/run.sh 1 docs", "tools/make.py 5 docs"],
    ),
]


@pytest.mark.parametrize(("name", "text", "expected"), CASES)
def test_what_is_run_names_files(
    analyse: Analyse, name: str, text: str, expected: list[str]
) -> None:
    repository = analyse({**TREE, name: text})
    modules = {PurePosixPath("pkg/cli.py"): "pkg.cli", PurePosixPath("pkg/__init__.py"): "pkg"}
    modules |= {PurePosixPath("pkg/sub/__init__.py"): "pkg.sub"}
    modules |= {PurePosixPath("pkg/sub/__main__.py"): "pkg.sub.__main__"}
    found = find_runs(repository, modules)
    assert [f"{run.target} {run.line} {' '.join(run.names)}" for run in found] == expected


def test_a_file_implements_the_header_of_its_name_that_it_includes(analyse: Analyse) -> None:
    tree = {"a.h": "", "b.h": "", "src/a.c": '#include "../a.h"\n#include "../b.h"\n', "b.c": ""}
    repository = analyse(tree)
    dependencies = resolve(repository)
    relations = relate(repository, dependencies, {}, {}, Log())
    found = [each for group in relations.values() for each in group]
    headers = [each for each in found if each.kind is RelationKind.IMPLEMENTS]
    assert [(str(it.source), str(it.target), it.line) for it in headers] == [("src/a.c", "a.h", 1)]
