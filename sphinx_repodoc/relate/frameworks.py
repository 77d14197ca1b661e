"""The test frameworks that the syntax of a file shows, and what runs their tests."""

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import NamedTuple

from sphinx_repodoc.model.cases import UNNAMED
from sphinx_repodoc.model.facts import DeclarationKind, TestCase
from sphinx_repodoc.model.files import ROOT
from sphinx_repodoc.model.paths import to_shell
from sphinx_repodoc.relate.alike import (
    COMPOSER,
    DESCRIBING,
    MACROS,
    RUNNERS,
    find_npm_runner,
    find_phpunit,
)
from sphinx_repodoc.relate.npm_scripts import starts
from sphinx_repodoc.relate.repository import Repository

CASE = re.compile(r"(?:(\w+)\.)?(\w+)", re.ASCII)
"""A name of a test case that needs no quotes, and the one before it."""


class Run(NamedTuple):
    """What runs the tests of a file, or one of them, in the folder of a manifest."""

    line: str
    """``{path}``, ``{folder}``, ``{target}`` and ``{case}`` are to fill."""
    case: str = "{name}"
    """By what name it takes a case: of ``{name}``, ``{scope}`` before it, and ``{line}``."""
    place: str = ""
    """What the path of a file in that folder must match, as a regular expression."""
    unless: str = ""
    """A file of that folder because of which it takes other commands."""


NO_RUNS: Mapping[str, Run] = MappingProxyType({})


class Framework(NamedTuple):
    """A test framework, and why a file is known to be written for it."""

    name: str
    reason: str
    """One sentence."""
    commands: Mapping[str, Run] = NO_RUNS
    """For the names of files what runs the tests in the folder of the nearest of them above; an
    empty name is the test file itself."""
    cases: Mapping[str, Run] = NO_RUNS
    """Likewise for one test case."""
    covers: str = ""
    """What else the former runs."""
    programs: tuple[str, ...] = ()
    """The programs of which the script ``test`` of that file must start one."""
    ending: str = ""
    """How the names of files end that it looks for tests in."""
    is_inline: bool = False
    """Whether it is the custom to write tests into the file that they test."""
    is_build: bool = False
    """Whether it is files of a build that declare the tests."""

    def find_command(
        self, repository: Repository, path: PurePosixPath, target: str = ""
    ) -> tuple[str, PurePosixPath | None]:
        """Return what runs the tests in a file, and the file that proves it.

        :param target: the options that choose the part of a package that the file is in
        """
        manifest, home = self._find(repository, path, self.commands)
        if home is None:
            return "", None
        line = _fill(self.commands[manifest].line, path, home, target=target)
        return line, home / manifest if manifest else path

    def find_case_command(
        self, repository: Repository, path: PurePosixPath, name: str, target: str = ""
    ) -> str:
        """Return what runs the test case that goes by a name."""
        manifest, home = self._find(repository, path, self.cases)
        if home is None:
            return ""
        return _fill(self.cases[manifest].line, path, home, target=target, case=name)

    def name_cases(
        self, repository: Repository, path: PurePosixPath, cases: Iterable[TestCase]
    ) -> tuple[str, ...]:
        """Return the names that choose one case each; empty where the name is no plain one."""
        manifest, home = self._find(repository, path, self.cases)
        if home is None:
            return ()
        template = self.cases[manifest].case
        is_ambiguous = "{scope}" in template and len(repository.by_name[path.name]) > 1
        return tuple("" if is_ambiguous else self._name(template, case) for case in cases)

    def _name(self, template: str, case: TestCase) -> str:
        named = CASE.fullmatch(case.name)
        scope, name = (named[1] or "", named[2]) if named else ("", "")
        put = {"line": str(case.span.line), "scope": scope, "name": name}
        is_whole = all(put[field] for field in put if f"{{{field}}}" in template)
        return template.format(**put) if is_whole else ""

    def _find(
        self, repository: Repository, path: PurePosixPath, runs: Mapping[str, Run]
    ) -> tuple[str, PurePosixPath | None]:
        """Return the first of some manifests in the nearest folder above, and that folder."""
        if "" in runs:
            return "", ROOT
        for home in path.parents:
            for name, run in runs.items():
                if home / name in repository.files and self._is_started(repository, home / name):
                    is_placed = re.match(run.place, str(path.relative_to(home)))
                    is_other = run.unless and home / run.unless in repository.files
                    return (name, home) if is_placed and not is_other else ("", None)
        return "", None

    def _is_started(self, repository: Repository, manifest: PurePosixPath) -> bool:
        facts = repository.facts.get(manifest)
        declared = facts.declarations if facts else ()
        scripts = {d.name: d.value for d in declared if d.kind is DeclarationKind.TASK}
        return not self.programs or starts(scripts, "test", self.programs)


def _fill(line: str, path: PurePosixPath, home: PurePosixPath, **put: str) -> str:
    within = path.relative_to(home)
    filled = line.format(path=to_shell(within), folder=to_shell(within.parent), **put).rstrip()
    return filled if home == ROOT else f"cd {to_shell(home)} && {filled}"


JVM_TESTS = "src/test/"
"""Where Maven, Gradle and sbt look for tests, if they are not told otherwise."""

GRADLE = Run("gradle test", place=f"(.*/)?{JVM_TESTS}")

GRADLE_CASE = Run(
    "gradle test --tests {case}", "{scope}.{name}", JVM_TESTS, "src/main/AndroidManifest.xml"
)

JVM = {
    "pom.xml": Run("mvn test", place=rf"{JVM_TESTS}(.*/)?(Test\w*|\w*(Test|Tests|TestCase))\.\w+$"),
    "build.gradle": GRADLE,
    "build.gradle.kts": GRADLE,
    "build.sbt": Run("sbt test", place=JVM_TESTS),
}

JVM_CASE = {
    "pom.xml": Run("mvn test -Dtest={case}", "{scope}#{name}", JVM_TESTS),
    "build.gradle": GRADLE_CASE,
    "build.gradle.kts": GRADLE_CASE,
}

NOT_VENDORED = "(?!(.*/)?vendor/)"
"""Go does not test what lies in folders of that name."""

NPM = {"package.json": Run("npm test")}

PROJECT = "all tests of the project"

SCRIPT = "all that the script test runs"

BENCHMARK = "benchmark"
"""The name of Go's benchmarks: of a file that has tests, too, they are no cases."""

CARGO = "cargo"
"""The name of Rust's own tests."""

PHPUNIT = "phpunit"


def _of_npm(name: str, reason: str, *programs: str) -> Framework:
    return Framework(name, reason, NPM, covers=SCRIPT, programs=programs)


def _of_go(name: str, reason: str, command: str, case: str, covers: str) -> Framework:
    all_of_it, one_case = Run(command, place=NOT_VENDORED), Run(case, place=NOT_VENDORED)
    runs, cases = {"go.mod": all_of_it}, {"go.mod": one_case}
    return Framework(name, reason, runs, cases, covers, ending="_test.go")


FRAMEWORKS: Mapping[str, Framework] = MappingProxyType(
    {
        "bats": Framework(
            "Bats",
            "Its cases begin with @test.",
            {"": Run("bats {path}")},
            {"": Run("bats -f '^{case}$' {path}")},
        ),
        "bazel": Framework(
            "Bazel", "It instantiates rules whose names end in _test.", is_build=True
        ),
        CARGO: Framework(
            "cargo test",
            "Its functions carry the attribute test, or one of a crate that makes tests.",
            {"Cargo.toml": Run("cargo test {target}")},
            {"Cargo.toml": Run("cargo test {target} -- --exact {case}")},
            covers="all tests of the package",
            is_inline=True,
        ),
        "catch2": Framework("Catch2", "Its cases are made by macros of Catch2."),
        "ctest": Framework("CTest", "It adds tests that CTest runs.", is_build=True),
        "doctest": Framework("doctest", "Its cases are made by macros of doctest."),
        DESCRIBING: _of_npm(
            "describe and it",
            "It calls functions that several test runners of its language provide.",
            *RUNNERS,
        ),
        UNNAMED: Framework(
            "describe and it", "It calls functions that have the names of those of test runners."
        ),
        MACROS: Framework("TEST", "Its cases are made by macros named as those of GoogleTest."),
        "googletest": Framework("GoogleTest", "Its cases are made by macros of GoogleTest."),
        "jest": _of_npm("Jest", "It calls the functions of Jest.", "jest"),
        BENCHMARK: _of_go(
            "go test -bench",
            "Its functions have the names and parameters of Go's benchmarks.",
            "go test -bench . ./{folder}",
            "go test ./{folder} -run '^$' -bench '^{case}$'",
            "all tests and benchmarks of the folder",
        ),
        "junit": Framework(
            "JUnit", "Its methods carry annotations of JUnit.", JVM, JVM_CASE, PROJECT
        ),
        "meson": Framework("Meson", "It declares tests that Meson runs.", is_build=True),
        "mocha": _of_npm("Mocha", "It calls the functions of Mocha.", "mocha"),
        PHPUNIT: Framework("PHPUnit", "Its cases are as PHPUnit has them."),
        "rspec": Framework(
            "RSpec",
            "It describes examples.",
            {".rspec": Run("rspec {path}")},
            {".rspec": Run("rspec {path}:{case}", "{line}")},
        ),
        "test": Framework("Test", "It holds sets of tests, as of Julia's standard library."),
        "testing": _of_go(
            "go test",
            "Its functions have the names and parameters of Go's tests.",
            "go test ./{folder}",
            "go test ./{folder} -run '^{case}$'",
            "all tests of the folder",
        ),
        "testng": Framework(
            "TestNG", "Its methods carry annotations of TestNG.", JVM, JVM_CASE, PROJECT
        ),
        "vitest": _of_npm("Vitest", "It calls the functions of Vitest.", "vitest"),
        "xctest": Framework(
            "XCTest",
            "Its classes derive from XCTestCase.",
            {"Package.swift": Run("swift test", place="Tests/")},
            {"Package.swift": Run("swift test --filter '[.]{case}$'", "{scope}/{name}", "Tests/")},
            covers="all tests of the package",
        ),
        "zig": Framework("zig test", "It holds test declarations.", is_inline=True),
    }
)
"""What is known of some of them, by the names that queries give them, in lower case."""


def find_framework(repository: Repository, path: PurePosixPath, name: str) -> Framework:
    """Return what is known of a framework that a file is written for."""
    if name == DESCRIBING and (runner := find_npm_runner(repository, path)):
        reason = f"It calls functions that {runner} provides, which package.json asks for."
        return _of_npm(runner, reason, runner.casefold())
    known = FRAMEWORKS.get(name.casefold())
    if known and name.casefold() == PHPUNIT and (program := find_phpunit(repository, path)):
        line = f"vendor/bin/{program}"
        all_cases = Run(f"{line} {{path}}")
        one_case = Run(f"{line} --filter '/::{{case}}( |$)/' {{path}}")
        return known._replace(commands={COMPOSER: all_cases}, cases={COMPOSER: one_case})
    return known or Framework(name, f"Its cases are written as {name} has them.")
