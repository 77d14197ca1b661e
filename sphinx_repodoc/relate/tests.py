"""Which files are test modules, and what they test."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from sphinx_repodoc.model.cases import AMONG_TESTS, find_unsure
from sphinx_repodoc.model.constraints import find_constraint
from sphinx_repodoc.model.facts import Facts, Symbol, TestCase
from sphinx_repodoc.model.relations import Relation, RelationKind, Suite
from sphinx_repodoc.relate.alike import find_meant
from sphinx_repodoc.relate.cargo_tests import CargoTests
from sphinx_repodoc.relate.frameworks import BENCHMARK, CARGO, find_framework
from sphinx_repodoc.relate.python import tests as python
from sphinx_repodoc.relate.python.modules import TEST_FOLDERS
from sphinx_repodoc.relate.repository import Dependencies, Repository


def find_suites(repository: Repository, dependencies: Dependencies) -> dict[PurePosixPath, Suite]:
    """Find the test modules and their cases: in Python by names, elsewhere by the syntax."""
    found = python.find_suites(repository, dependencies)
    cargo = CargoTests(repository)
    for path, facts in repository.facts.items():
        if facts.tests and (suite := _find_suite(repository, path, facts, cargo)):
            found[path] = suite
    return found


def find_tested(
    imports: Iterable[Relation], suites: Mapping[PurePosixPath, Suite]
) -> Iterator[Relation]:
    """Find the files that test modules import to test: not what lies among the tests itself."""
    modules = {path for path, suite in suites.items() if not suite.is_inline}
    above = (folder for path in modules for folder in path.parents)
    folders = {folder for folder in above if folder.name in AMONG_TESTS}
    for relation in imports:
        target = relation.target
        is_helper = target.name == "conftest.py" or not folders.isdisjoint(target.parents)
        if relation.source in modules and target not in modules and not is_helper:
            yield replace(relation, kind=RelationKind.TESTS)


def _find_suite(
    repository: Repository, path: PurePosixPath, facts: Facts, cargo: CargoTests
) -> Suite | None:
    """Take the cases of the framework that has the most of them in a file: tests, if there are."""
    written = dict.fromkeys(case.framework for case in facts.tests)
    meant = {name: find_meant(repository, path, name) for name in written}
    frameworks = [meant[case.framework] for case in facts.tests]
    most = max(dict.fromkeys(frameworks), key=lambda f: (f != BENCHMARK, frameworks.count(f)))
    framework = find_framework(repository, path, most)
    if not path.name.endswith(framework.ending):
        return None
    cases = tuple(case for case in facts.tests if meant[case.framework] == most)
    target = cargo.find_target(path) if most == CARGO else ""
    command, manifest = framework.find_command(repository, path, target)
    if most != CARGO:
        names = framework.name_cases(repository, path, cases)
    else:
        names = cargo.name_cases(path, cases) if target and manifest else ()
    unsure = set(find_unsure(cases, facts.symbols))
    names = tuple("" if c in unsure else name for c, name in zip(cases, names, strict=False))
    first = next(filter(None, names), "")
    conditions = cargo.find_conditions(path) if most == CARGO else ()
    constraint, _ = find_constraint(path, facts)
    if len(unsure) == len(cases) or (most == CARGO and not target):
        command, manifest = "", None
    return Suite(
        framework.name,
        cases,
        line=cases[0].span.line,
        reason=framework.reason,
        command=command,
        covers="all tests of the crate" if target else framework.covers,
        case_command=framework.find_case_command(repository, path, first, target) if first else "",
        case_names=names if first else (),
        condition=_say(filter(None, (*(each.text for each in conditions), constraint))),
        asked_at=tuple((each.file, each.line) for each in conditions),
        manifest=manifest,
        is_inline=framework.is_build or (framework.is_inline and _stand_beside(path, facts, cases)),
    )


def _say(constraints: Iterable[str]) -> str:
    """Say what must hold for a file to be built."""
    found = list(dict.fromkeys(constraints))
    if len(found) > 1:
        return f"where the build constraints {' and '.join(found)} hold"
    return f"where the build constraint {found[0]} holds" if found else ""


def _stand_beside(path: PurePosixPath, facts: Facts, cases: Iterable[TestCase]) -> bool:
    """Whether cases stand beside what they test: in modules of theirs, or beside what is used."""
    named = {case.symbol for case in cases if case.symbol}
    top = [s for s in facts.symbols if not s.parent and s.qualified_name not in named]
    homes = {name.rpartition(".")[0] for name in named}
    if homes and "" not in homes:
        return any(symbol.kind != "module" for symbol in top)
    is_among_tests = bool(homes) and not TEST_FOLDERS.isdisjoint({*path.parts, path.stem})
    return not is_among_tests and any(_is_used_elsewhere(symbol) for symbol in top)


def _is_used_elsewhere(symbol: Symbol) -> bool:
    """Whether other files may use a symbol: those of the same crate, too."""
    return symbol.is_public or symbol.kind == "macro" or symbol.prefix.startswith("pub")
