"""The commands that run a file or its tests, each with what proves that it works."""

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from sphinx_repodoc.model.cases import find_unsure
from sphinx_repodoc.model.constraints import NEVER, add_features, find_constraint, is_passed_over
from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.facts import Declaration, DeclarationKind, Facts
from sphinx_repodoc.model.files import ROOT, Span
from sphinx_repodoc.model.pages import FROM_ROOT, CaseCommand, Command, Job
from sphinx_repodoc.model.paths import to_shell
from sphinx_repodoc.model.relations import RelationKind, Suite
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.cmake import find_home, find_tests, is_included
from sphinx_repodoc.pages.declared import is_job
from sphinx_repodoc.pages.python_runners import find_runner, starts_from_root
from sphinx_repodoc.pages.tasks import TASKS, enter, find_task_files, find_tasks

INSTALLED = "Once the package is installed"

NAME = re.compile(r"[\w-]+", re.ASCII)
"""A name of a test that stands for itself in a regular expression."""

MODULES = frozenset({"", ".py", ".pyw"})
"""How the names of programs in Python end; of others, such as templates, nothing is known."""

Found = Iterator[Command]


def find_commands(survey: Survey, path: PurePosixPath) -> tuple[Command, ...]:
    """Return the commands that run a file as a program."""
    return tuple(command for find in FINDERS for command in find(survey, path))


def find_test_commands(survey: Survey, path: PurePosixPath) -> tuple[Command, ...]:
    """Return the commands that run all tests of a file."""
    suite = survey.suites.get(path)
    return tuple(_run_tests(survey, path, suite)) if suite else ()


def find_case_command(survey: Survey, path: PurePosixPath) -> CaseCommand | None:
    """Return what runs one test case of a file."""
    suite = survey.suites.get(path)
    if not suite:
        return None
    if suite.case_command and suite.manifest:
        case = next(c for c, name in zip(suite.cases, suite.case_names, strict=True) if name)
        asked = _find_constraints(survey, path, suite)
        proof = (Place(path, case.span), *asked, Place(suite.manifest))
        condition = ", ".join(filter(None, (FROM_ROOT, suite.condition)))
        return CaseCommand(Command(suite.case_command, proof, condition), suite.case_names)
    if suite.framework == "CTest":
        return _find_ctest(survey, path, suite)
    if not (runner := find_runner(survey, path, suite)):
        return None
    join = runner.separator
    unsure = set(find_unsure(suite.cases, survey.facts[path].symbols))
    names = tuple("" if c in unsure else c.symbol.replace(".", join) for c in suite.cases)
    first = next((n for n, name in enumerate(names) if name), None)
    if first is None:
        return None
    proof = (Place(path, suite.cases[first].span), *runner.proof)
    return CaseCommand(Command(f"{runner.line}{join}{names[first]}", proof), names)


def _find_ctest(survey: Survey, path: PurePosixPath, suite: Suite) -> CaseCommand | None:
    """Return what runs one test that a file of CMake adds."""
    sure = [not case.is_conditional and NAME.fullmatch(case.name) for case in suite.cases]
    names = tuple(c.name if is_sure else "" for c, is_sure in zip(suite.cases, sure, strict=True))
    first = next((n for n, name in enumerate(names) if name), None)
    home = find_home(survey, path)
    if first is None or home is None or not (proof := find_tests(survey, home)):
        return None
    build = to_shell(home.parent / "build")
    line = f"ctest --test-dir {build} -R '^{names[first]}$'"
    included = "" if is_included(survey, home, path) else " and this file"
    with_tests = f"the project with its tests{included}"
    condition = f"{FROM_ROOT}, once CMake has built {with_tests} in {build}"
    return CaseCommand(
        Command(line, (Place(path, suite.cases[first].span), proof), condition), names
    )


def _find_constraints(survey: Survey, path: PurePosixPath, suite: Suite) -> Iterator[Place]:
    """Yield the lines that say when a file of tests is part of a build."""
    yield from _find_constraint(survey, path)
    for file, line in suite.asked_at:
        yield Place(file, Span(line, line))


def _find_constraint(survey: Survey, path: PurePosixPath) -> Iterator[Place]:
    """Yield the line of a file of Go or Rust that says when it is part of a build."""
    _, line = find_constraint(path, survey.facts.get(path, Facts()))
    if line:
        yield Place(path, Span(line, line))


def find_declared_runs(
    survey: Survey, path: PurePosixPath
) -> Iterator[tuple[PurePosixPath, Declaration, tuple[Place, ...]]]:
    """Yield what configuration files declare that runs a file, and the lines that say so."""
    for relation in survey.relations.get(path, ()):
        if relation.kind is RelationKind.RUN_BY:
            for declared in survey.facts.get(relation.target, Facts()).declarations:
                lines = dict.fromkeys((declared.line, relation.line))
                is_it = relation.line == declared.line or relation.line in declared.lines
                if is_it and declared.name in relation.names:
                    spans = [Span(line, line) if line else None for line in lines]
                    yield relation.target, declared, tuple(Place(relation.target, s) for s in spans)


def find_jobs(survey: Survey, path: PurePosixPath) -> Iterator[Job]:
    """Yield the jobs of the forge whose commands name a file."""
    for source, declared, places in find_declared_runs(survey, path):
        if is_job(source, declared):
            yield Job(declared.name, places[-1])


def find_naming_tasks(survey: Survey, path: PurePosixPath) -> Iterator[Job]:
    """Yield what runs the tasks whose commands name a file: whether they run it is not known."""
    for source, declared, places in find_declared_runs(survey, path):
        if source.name in TASKS and source in find_task_files(survey, source.parent):
            for line, task in find_tasks(survey, source):
                if task == declared:
                    yield Job(enter(source.parent, line), places[-1])


def _run_tests(survey: Survey, path: PurePosixPath, suite: Suite) -> Found:
    if suite.command and suite.manifest:
        covers = f"for {suite.covers}" if suite.covers else ""
        condition = ", ".join(filter(None, (FROM_ROOT, covers, suite.condition)))
        line = Place(path, Span(suite.line, suite.line))
        proof = (line, *_find_constraints(survey, path, suite), Place(suite.manifest))
        yield Command(suite.command, proof, condition)
    elif runner := find_runner(survey, path, suite):
        yield Command(runner.line, runner.proof)


def _declared(survey: Survey, path: PurePosixPath) -> Found:
    """Yield the commands that a package installs."""
    for source, declared, places in find_declared_runs(survey, path):
        is_binary = source.name == "Cargo.toml"
        if declared.kind is DeclarationKind.COMMAND and is_binary:
            beside = survey.facts.get(source, Facts()).declarations
            line = add_features(beside, f"cargo run --bin {declared.name}")
            yield Command(enter(source.parent, line), places)
        elif declared.kind is DeclarationKind.COMMAND:
            yield Command(declared.name, places, INSTALLED)


def _scripted(survey: Survey, path: PurePosixPath) -> Found:
    """Yield what runs a file that says itself that it is a program."""
    module, facts = survey.modules.get(path, ""), survey.facts.get(path, Facts())
    file = survey.files[path]
    if facts.main_guard or (path.name == "__main__.py" and "." in module):
        if path.suffix in MODULES and (line := _python(survey, path, module)):
            yield Command(line, (Place(path, facts.main_guard),))
    elif file.interpreter and file.is_executable:
        yield Command(f"./{to_shell(path)}", (Place(path, Span(1, 1)),))


def _cargo(survey: Survey, path: PurePosixPath) -> Found:
    """Yield what runs a program that Cargo finds by where its file lies."""
    found = _find_program(survey, path, "Rust", "Cargo.toml")
    if not found:
        return
    entry, home = found
    manifest = home / "Cargo.toml"
    declared = survey.facts.get(manifest, Facts()).declarations
    package = next((each for each in declared if each.kind is DeclarationKind.DISTRIBUTION), None)
    has_own = any(each.kind is DeclarationKind.COMMAND for each in declared)
    parts = path.relative_to(home).with_suffix("").parts
    name, folder = parts[-1], parts[:-1]
    if name == "main" and folder:
        name, folder = parts[-2], parts[:-2]
    if is_passed_over(declared, "/".join(folder), str(path.relative_to(home))):
        return
    line = ""
    if parts == ("src", "main") and package and not has_own:
        line = f"cargo run --bin {package.name}"
    elif folder == ("src", "bin"):
        line = f"cargo run --bin {name}"
    elif folder == ("examples",):
        line = f"cargo run --example {name}"
    if line and package:
        proof = (Place(path, entry), *_find_constraint(survey, path), Place(manifest))
        condition = FROM_ROOT + _holds(_constraint(survey, path))
        yield Command(enter(home, add_features(declared, line)), proof, condition)


def _go(survey: Survey, path: PurePosixPath) -> Found:
    """Yield what runs the one program of a folder of a Go module, or a file that is never built."""
    found = _find_program(survey, path, "Go", "go.mod")
    if not found:
        return
    entry, home = found
    constraint = _constraint(survey, path)
    beside = [each for each in survey.folders[path.parent].files if each.suffix == ".go"]
    alike = [e for e in beside if (_constraint(survey, e) == NEVER) is (constraint == NEVER)]
    programs = [each for each in alike if survey.facts.get(each, Facts()).entry_point]
    if constraint == NEVER and programs == alike:  # else it may be run together with another
        line, condition = f"go run {to_shell(path.relative_to(home))}", FROM_ROOT
    elif constraint != NEVER and programs == [path]:
        line = f"go run ./{to_shell(path.parent.relative_to(home))}"
        condition = FROM_ROOT + _holds(constraint)
    else:
        return
    proof = (Place(path, entry), *_find_constraint(survey, path), Place(home / "go.mod"))
    yield Command(enter(home, line), proof, condition)


def _find_program(
    survey: Survey, path: PurePosixPath, language: str, manifest: str
) -> tuple[Span, PurePosixPath] | None:
    """Return where a program of a language begins, and the folder of the manifest above it."""
    entry = survey.facts.get(path, Facts()).entry_point
    if survey.find_language(path) != language or entry is None:
        return None
    home = next((folder for folder in path.parents if folder / manifest in survey.files), None)
    return (entry, home) if home is not None else None


def _holds(constraint: str) -> str:
    return f", where the build constraint {constraint} holds" if constraint else ""


def _constraint(survey: Survey, path: PurePosixPath) -> str:
    constraint, _ = find_constraint(path, survey.facts.get(path, Facts()))
    return constraint


FINDERS: tuple[Callable[[Survey, PurePosixPath], Found], ...] = (_declared, _scripted, _cargo, _go)
"""Each looks for one way to run a file."""


def _python(survey: Survey, path: PurePosixPath, module: str) -> str:
    """Return the command that runs a module from where its imports start; empty if not known."""
    dependencies = survey.dependencies.get(path, ())
    dotted = ".".join(path.with_suffix("").parts)
    is_packaged = path.parent != ROOT and bool(survey.find_file(path.parent / "__init__.py"))
    if is_packaged and module:
        if path.stem == "__init__":
            return ""
        home = PurePosixPath(*path.parts[: -len(module.split("."))])
        return enter(home, f"python -m {module.removesuffix('.__main__')}")
    if any(dependency.statement.level for dependency in dependencies):
        return ""
    if path.parent != ROOT and any(map(starts_from_root, dependencies)):
        found = [each for each in dependencies if each.path]
        is_script = bool(survey.files[path].interpreter) or not all(map(starts_from_root, found))
        if not is_script and all(part.isidentifier() for part in dotted.split(".")):
            return f"python -m {dotted.removesuffix('.__main__')}"
        # Its own folder is to be on the path, too.
        return f"PYTHONPATH=. python {to_shell(path)}"
    return f"python {to_shell(path)}"
