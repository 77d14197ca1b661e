"""The test frameworks that the syntax of a file shows, and what runs their tests."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import NamedTuple

from sphinx_repodoc.model.facts import DeclarationKind, TestCase
from sphinx_repodoc.model.files import ROOT
from sphinx_repodoc.model.paths import to_shell
from sphinx_repodoc.relate.repository import Repository

CASE = re.compile(r"(?:(\w+)\.)?(\w+)", re.ASCII)
"""A name of a test case that needs no quotes, and the one before it."""

NO_COMMANDS: Mapping[str, str] = MappingProxyType({})


class Framework(NamedTuple):
    """A test framework, and why a file is known to be written for it."""

    name: str
    reason: str
    """One sentence."""
    commands: Mapping[str, str] = NO_COMMANDS
    """For the names of files what runs the tests in the folder of the nearest of them above:
    ``{path}``, ``{folder}`` are to fill; an empty name is the test file itself."""
    cases: Mapping[str, str] = NO_COMMANDS
    """Likewise for one test case: ``{name}``, ``{scope}`` before it, and ``{line}`` too."""
    starts: tuple[str, ...] = ()
    """How the names of the cases begin that those run."""
    task: str = ""
    """What that file must declare."""
    is_inline: bool = False
    """Whether it is the custom to write tests into the file that they test."""

    def find_command(
        self, repository: Repository, path: PurePosixPath
    ) -> tuple[str, PurePosixPath | None]:
        """Return what runs the tests in a file, and the file that proves it."""
        return self._find(repository, path, self.commands, {})

    def find_case_command(self, repository: Repository, path: PurePosixPath, case: TestCase) -> str:
        """Return what runs a test case; empty if its name is no plain one and decides."""
        named = CASE.fullmatch(case.name)
        scope, name = (named[1] or "", named[2]) if named else ("", "")
        put = {"line": str(case.span.line), "scope": scope, "name": name}
        fit = {
            manifest: template
            for manifest, template in self.cases.items()
            if all(put[field] for field in put if f"{{{field}}}" in template)
        }
        if self.starts and not name.startswith(self.starts):
            return ""
        return self._find(repository, path, fit, put)[0]

    def _find(
        self,
        repository: Repository,
        path: PurePosixPath,
        commands: Mapping[str, str],
        put: Mapping[str, str],
    ) -> tuple[str, PurePosixPath | None]:
        if "" in commands:
            return commands[""].format(path=to_shell(path), **put), path
        for home in path.parents:
            for name, command in commands.items():
                if home / name in repository.files and self._has_task(repository, home / name):
                    within = path.relative_to(home)
                    folder = to_shell(within.parent)
                    line = command.format(path=to_shell(within), folder=folder, **put)
                    return (line if home == ROOT else f"cd {to_shell(home)} && {line}"), home / name
        return "", None

    def _has_task(self, repository: Repository, manifest: PurePosixPath) -> bool:
        facts = repository.facts.get(manifest)
        declared = facts.declarations if facts else ()
        tasks = {each.name for each in declared if each.kind is DeclarationKind.TASK}
        return not self.task or self.task in tasks


JVM = {
    "pom.xml": "mvn test",
    "build.gradle": "gradle test",
    "build.gradle.kts": "gradle test",
    "build.sbt": "sbt test",
}

JVM_CASE = {
    "pom.xml": "mvn test -Dtest={scope}#{name}",
    "build.gradle": "gradle test --tests {scope}.{name}",
    "build.gradle.kts": "gradle test --tests {scope}.{name}",
}

NPM = {"package.json": "npm test"}

DESCRIBING = "describe/it"
"""The name of what several runners provide, where no import says which."""

RUNNERS = {"jasmine": "Jasmine", "jest": "Jest", "mocha": "Mocha", "vitest": "Vitest"}
"""Packages of npm that provide it, and what they are called."""

FRAMEWORKS: Mapping[str, Framework] = MappingProxyType(
    {
        "bats": Framework(
            "Bats",
            "Its cases begin with @test.",
            {"": "bats {path}"},
            {"": "bats -f '^{name}$' {path}"},
        ),
        "bazel": Framework("Bazel", "It instantiates rules whose names end in _test."),
        "cargo": Framework(
            "cargo test",
            "Its functions carry the attribute test, or one of a crate that makes tests.",
            {"Cargo.toml": "cargo test"},
            {"Cargo.toml": "cargo test {name}"},
            is_inline=True,
        ),
        "catch2": Framework("Catch2", "Its cases are made by macros of Catch2."),
        "doctest": Framework("doctest", "Its cases are made by macros of doctest."),
        DESCRIBING: Framework(
            "describe and it",
            "It calls functions that several test runners of JavaScript provide.",
            NPM,
            task="test",
        ),
        "googletest": Framework("GoogleTest", "Its cases are made by macros of GoogleTest."),
        "jest": Framework("Jest", "It calls the functions of Jest.", NPM, task="test"),
        "junit": Framework("JUnit", "Its methods carry annotations of JUnit.", JVM, JVM_CASE),
        "meson": Framework("Meson", "It declares tests that Meson runs."),
        "mocha": Framework("Mocha", "It calls the functions of Mocha.", NPM, task="test"),
        "phpunit": Framework(
            "PHPUnit",
            "Its cases are as PHPUnit has them.",
            {
                "phpunit.xml": "vendor/bin/phpunit {path}",
                "phpunit.xml.dist": "vendor/bin/phpunit {path}",
            },
            {
                "phpunit.xml": "vendor/bin/phpunit --filter {name} {path}",
                "phpunit.xml.dist": "vendor/bin/phpunit --filter {name} {path}",
            },
        ),
        "rspec": Framework(
            "RSpec",
            "It describes examples.",
            {".rspec": "rspec {path}"},
            {".rspec": "rspec {path}:{line}"},
        ),
        "test": Framework("Test", "It holds sets of tests, as of Julia's standard library."),
        "testing": Framework(
            "go test",
            "Its functions have the names and parameters of Go's tests.",
            {"go.mod": "go test ./{folder}"},
            {"go.mod": "go test ./{folder} -run '^{name}$'"},
            starts=("Example", "Fuzz", "Test"),
        ),
        "testng": Framework("TestNG", "Its methods carry annotations of TestNG.", JVM, JVM_CASE),
        "vitest": Framework("Vitest", "It calls the functions of Vitest.", NPM, task="test"),
        "xctest": Framework(
            "XCTest",
            "Its classes derive from XCTestCase.",
            {"Package.swift": "swift test"},
            {"Package.swift": "swift test --filter {scope}/{name}"},
        ),
        "zig": Framework("zig test", "It holds test declarations.", is_inline=True),
    }
)
"""What is known of some of them, by the names that queries give them, in lower case."""


def find_framework(repository: Repository, path: PurePosixPath, name: str) -> Framework:
    """Return what is known of a framework that a file is written for."""
    if name == DESCRIBING and (runner := _find_runner(repository, path)):
        reason = f"It calls functions that {runner} provides, which package.json asks for."
        return Framework(runner, reason, NPM, task="test")
    known = FRAMEWORKS.get(name.casefold())
    return known or Framework(name, f"Its cases are written as {name} has them.")


def _find_runner(repository: Repository, path: PurePosixPath) -> str:
    """Return the one runner that the nearest manifest above asks for; empty if there are more."""
    above = (repository.facts.get(folder / "package.json") for folder in path.parents)
    facts = next((each for each in above if each), None)
    declared = facts.declarations if facts else ()
    needed = {each.name for each in declared if each.kind is DeclarationKind.DEPENDENCY}
    found = [runner for package, runner in RUNNERS.items() if package in needed]
    return found[0] if len(found) == 1 else ""
