"""The commands that run files and their tests."""

from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.analyse.languages import LANGUAGES
from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.pages import FROM_ROOT
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.relations import find_testing
from sphinx_repodoc.pages.running import INSTALLED
from sphinx_repodoc.pages.workflow import find_workflow
from tests.conftest import write_tree
from tests.pages.conftest import survey_root

CASE = "class T(unittest.TestCase):\n    def test_a(self): ...\n"
DJANGO = "class D(TC):\n    def test_a(self): ...\n"
MAIN = "package main\n\nfunc main() {}\n"
PROGRAM = "fn main() {}\n"
GUARD = "if __name__ == '__main__':\n    print(x)\n"

TREE = {
    "pyproject.toml": '[project]\nname = "x"\nscripts = {x = "x.cli:main"}\n',
    "x/__init__.py": "",
    "x/cli.py": "def main(): ...\n",
    "noxfile.py": "import nox\n@nox.session(name='do-it')\ndef f(s):\n    s.run('sh', 'tool.py')\n",
    "tool.py": "",
    "web/package.json": '{"scripts": {"go": "node go.js"}}\n',
    "web/go.js": "",
    "sub/Justfile": "deploy WHERE when='now':\n    sh ../now.sh\n    sh here.sh\n",
    "sub/here.sh": "",
    "Makefile": "all:\n\tsh do.sh\n",
    "makefile": "one:\n\tsh do.sh\n",
    "do.sh": "",
    "rs/Cargo.toml": '[package]\nname = "r"\nedition.workspace = true\n'
    '[[example]]\nname = "needs"\nrequired-features = ["a", "b"]\n',
    "rs/src/main.rs": PROGRAM,
    "rs/src/bin/a.rs": PROGRAM,
    "rs/src/bin/b/main.rs": PROGRAM,
    "rs/examples/c.rs": PROGRAM,
    "rs/examples/needs.rs": f"#![cfg(unix)]\n{PROGRAM}",
    "rs/src/other.rs": PROGRAM,
    "rs/main.rs": PROGRAM,
    "rs/src/bin/t.rs": f"{PROGRAM}mod tests {{\n#[test]\nfn works() {{}}\n}}\n",
    "named/Cargo.toml": '[package]\nname = "n"\n[[bin]]\nname = "m"\npath = "src/main.rs"\n',
    "named/src/main.rs": PROGRAM,
    "named/src/bin/left.rs": PROGRAM,
    "go/go.mod": "module g\n",
    "go/main.go": MAIN,
    "go/cmd/d/d.go": MAIN,
    "go/two/a.go": MAIN,
    "go/two/b.go": MAIN,
    "go/gen/gen.go": f"//go:build ignore\n\n{MAIN}",
    "go/gen/other.go": f"// +build ignore\n\n{MAIN}",
    "go/gen/lib.go": "package gen\n",
    "go/part/part.go": f"//go:build ignore\n\n{MAIN}",
    "go/part/more.go": "//go:build ignore\n\npackage main\n",
    "go/cmd/tagged/t.go": f"// Copyright\n\n//go:build linux && !cgo\n\n{MAIN}",
    "go/cmd/named/n_windows.go": MAIN,
    "nowhere/main.go": MAIN,
    "tools/serve.py": f"#!/usr/bin/env python\nimport x.cli\n{GUARD}",
    "tools/plain.py": f"import x.cli\n{GUARD}",
    "tools/start.py-tpl": f"#!/usr/bin/env python\n{GUARD}",
    "loose/test_l.py": "def test_l(): ...\n",
    "tests/test_p.py": "import pytest\n\n\nclass TestA:\n    def test_b(self): ...\n",
    "tests/test_s.py": "import pytest\n@pytest.mark.skip\ndef test_a(): ...\n"
    f"def test_b(): ...\n{GUARD}",
    "tests/test_u.py": f"import unittest\nimport x.cli\n\n\n{CASE}",
    "tests/test_d.py": f"import unittest\nfrom django.test import TestCase\n\n\n{CASE}"
    "class D(TestCase):\n    def test_a(self): ...\n",
    "testing/cases.py": f"import unittest\n\n\n{CASE}",
    "checks/cases.py": f"import unittest\n\n\n{CASE}",
    "tests/test_v.py": "import unittest\nfrom testing.cases import T\n\n\n"
    "class V(T):\n    def test_a(self): ...\n",
    "checks/w/test_w.py": "import unittest\nfrom checks.cases import T\n\n\n"
    "class W(T):\n    def test_a(self): ...\n",
    "site/manage.py": "from django.core.management import execute_from_command_line as run\n",
    "site/app/tests.py": f"from django.test import TestCase as TC\n\n\n{DJANGO}",
    "site/app/mixed.py": f"import unittest\nfrom django.test import TestCase as TC\n{DJANGO}{CASE}",
    "site/py/conftest.py": "",
    "site/py/tests.py": f"from django.test import TestCase as TC\n\n\n{DJANGO}",
    ".github/workflows/ci.yml": (
        "on: push\njobs:\n  go:\n    steps:\n      - run: |\n          ls\n          sh do.sh\n"
    ),
    ".gitlab-ci.yml": "one:\n  script:\n    - ls\n    - ./do.sh\n.two:\n  script: [./do.sh]\n",
    "other.yml": "one:\n  script: [sh do.sh]\n",
    "c/CMakeLists.txt": "project(c)\ninclude(CTest)\nadd_subdirectory(in)\nadd_executable(p p.c)\n"
    "if(X)\nadd_subdirectory(maybe)\nendif()\n",
    "c/maybe/CMakeLists.txt": "add_custom_target(m)\n",
    "c/in/CMakeLists.txt": "project(in)\nadd_test(${x} p)\nadd_test(NAME a-b COMMAND p)\n",
    "c/out/CMakeLists.txt": "add_test(NAME a-b COMMAND p)\nadd_custom_target(t)\n",
    "conf/pytest.ini": "[pytest]\n",
    "conf/deep/test_c.py": "def test_c(): ...\n",
    "test_n.py": "def test_n(): ...\n",
    "go/a_test.go": 'package main\n\nimport "testing"\n\nfunc TestA(t *testing.T) {}\n',
}


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """A repository in which much can be run."""
    root = tmp_path_factory.mktemp("running")
    write_tree(root, TREE)
    return survey_root(root)


@pytest.mark.parametrize(
    ("path", "lines"),
    [
        ("x/cli.py", ["x"]),
        ("rs/src/main.rs", ["cd rs && cargo run --bin r"]),
        ("rs/src/bin/a.rs", ["cd rs && cargo run --bin a"]),
        ("rs/src/bin/b/main.rs", ["cd rs && cargo run --bin b"]),
        ("rs/examples/c.rs", ["cd rs && cargo run --example c"]),
        ("rs/examples/needs.rs", ["cd rs && cargo run --example needs --features a,b"]),
        ("rs/src/other.rs", []),
        ("rs/main.rs", []),
        ("rs/src/bin/t.rs", ["cd rs && cargo run --bin t"]),
        ("named/src/main.rs", ["cd named && cargo run --bin m"]),
        ("named/src/bin/left.rs", []),
        ("go/main.go", ["cd go && go run ./."]),
        ("go/cmd/d/d.go", ["cd go && go run ./cmd/d"]),
        ("go/two/a.go", []),
        ("go/gen/gen.go", ["cd go && go run gen/gen.go"]),
        ("go/gen/other.go", ["cd go && go run gen/other.go"]),
        ("go/part/part.go", []),  # the rest of the program is known to nobody
        ("go/cmd/tagged/t.go", ["cd go && go run ./cmd/tagged"]),
        ("go/cmd/named/n_windows.go", ["cd go && go run ./cmd/named"]),
        ("nowhere/main.go", []),
        ("tools/serve.py", ["PYTHONPATH=. python tools/serve.py"]),  # its folder is on the path too
        ("tools/plain.py", ["python -m tools.plain"]),
        ("tools/start.py-tpl", []),
        ("tests/test_s.py", ["python tests/test_s.py"]),  # which need not run the tests
    ],
)
def test_a_program_is_run_as_what_declares_it_says(
    survey: Survey, path: str, lines: list[str]
) -> None:
    testing = find_testing(survey, PurePosixPath(path))
    commands = testing.commands if testing else ()
    assert [command.line for command in commands] == lines
    assert all(command.evidence for command in commands)
    assert {c.condition == INSTALLED for c in commands} <= {path == "x/cli.py"}
    assert {"constraint unix" in c.condition for c in commands} <= {"needs" in path}


@pytest.mark.parametrize(
    ("path", "tasks"),
    [
        ("tool.py", ["nox -s do-it"]),
        ("web/go.js", ["cd web && npm run go"]),
        ("do.sh", ["make one"]),  # Make reads the first of several makefiles
        ("sub/here.sh", ["cd sub && just deploy WHERE"]),
    ],
)
def test_a_task_that_names_a_file_is_not_said_to_run_it(
    survey: Survey, path: str, tasks: list[str]
) -> None:
    testing = find_testing(survey, PurePosixPath(path))
    assert testing
    assert testing.commands == ()
    assert [task.name for task in testing.tasks] == tasks


@pytest.mark.parametrize(
    ("path", "line", "case"),
    [
        ("tests/test_p.py", "python -m pytest tests/test_p.py", "::TestA::test_b"),
        ("tests/test_u.py", "python -m unittest tests.test_u", ".T.test_a"),
        ("tests/test_d.py", "", ""),  # needs the settings of Django
        ("tests/test_v.py", "", ""),  # a package's own cases may need more
        ("checks/w/test_w.py", "python -m unittest checks.w.test_w", ".W.test_a"),
        ("conf/deep/test_c.py", "python -m pytest conf/deep/test_c.py", "::test_c"),
        ("test_n.py", "", ""),
        ("site/app/tests.py", "cd site && python manage.py test app.tests", ".D.test_a"),
        ("site/app/mixed.py", "", ""),
        ("site/py/tests.py", "", ""),
        ("rs/src/bin/t.rs", "cd rs && cargo test --bin t", " -- --exact tests::works"),
        ("tests/test_s.py", "python -m pytest tests/test_s.py", "::test_b"),
        ("go/a_test.go", "cd go && go test ./.", " -run '^TestA$'"),
    ],
)
def test_the_tests_of_a_file_and_one_alone_are_run_by_what_is_proven(
    survey: Survey, path: str, line: str, case: str
) -> None:
    testing = find_testing(survey, PurePosixPath(path))
    assert testing
    assert [command.line for command in testing.test_commands] == ([line] if line else [])
    found = testing.case_command
    assert (found.command.line if found else "") == (line + case if line else "")


@pytest.mark.parametrize(
    ("folder", "proof"),
    [
        ("conf/deep", "conf/pytest.ini"),
        ("tests", "tests/test_p.py"),
        ("loose", None),
        ("site/app", None),
    ],
)
def test_a_folder_is_tested_by_pytest_where_something_asks_for_it(
    survey: Survey, folder: str, proof: str | None
) -> None:
    workflow = find_workflow(survey, PurePosixPath(folder))
    command = workflow.test_command if workflow else None
    assert (command and str(command.place.path)) == proof


@pytest.mark.parametrize(
    ("path", "condition", "proof"),
    [
        ("go/cmd/tagged/t.go", "linux && !cgo", Span(3, 3)),
        ("go/cmd/named/n_windows.go", "windows", None),
    ],
)
def test_a_build_constraint_is_told_and_proven(
    survey: Survey, path: str, condition: str, proof: Span | None
) -> None:
    testing = find_testing(survey, PurePosixPath(path))
    assert testing
    (command,) = testing.commands
    assert command.condition == f"{FROM_ROOT}, where the build constraint {condition} holds"
    assert (Place(PurePosixPath(path), proof) in command.evidence) is bool(proof)


def test_the_jobs_that_name_a_file_have_the_line_of_the_command(survey: Survey) -> None:
    testing = find_testing(survey, PurePosixPath("do.sh"))
    assert testing
    assert [(job.name, str(job.place.path), job.place.span) for job in testing.jobs] == [
        ("go", ".github/workflows/ci.yml", Span(7, 7)),
        ("one", ".gitlab-ci.yml", Span(4, 4)),
    ]


def test_targets_and_tests_of_cmake_are_run_in_the_build_of_the_project(survey: Survey) -> None:
    if missing := LANGUAGES["CMake"].missing:
        pytest.skip(f"{missing} is not installed")
    testing = find_testing(survey, PurePosixPath("c/in/CMakeLists.txt"))
    assert testing
    assert testing.case_command
    assert testing.case_command.command.line == "ctest --test-dir c/build -R '^a-b$'"
    assert testing.case_command.names == ("", "a-b")
    outside = find_testing(survey, PurePosixPath("c/out/CMakeLists.txt"))
    assert outside
    assert not outside.case_command
    folders = ("c", "c/maybe", "c/out")
    found = {name: find_workflow(survey, PurePosixPath(name)) for name in folders}
    targets = {
        name: [(t.line, t.summary) for t in each.targets] for name, each in found.items() if each
    }
    build = "cmake --build c/build --target"
    assert targets == {
        "c": [(f"{build} test", ""), (f"{build} p", "")],
        "c/maybe": [(f"{build} m", "under a condition")],
        "c/out": [],
    }


def test_a_folder_says_where_nothing_but_names_tells_the_framework(survey: Survey) -> None:
    found = {name: find_workflow(survey, PurePosixPath(name)) for name in ("loose", "conf")}
    told = {name: [s.framework for s in each.suites] for name, each in found.items() if each}
    assert told == {"loose": ["pytest by their names"], "conf": ["pytest"]}
