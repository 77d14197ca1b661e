"""The test frameworks that the syntax of a file shows, and what runs their tests."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import NamedTuple

from sphinx_repodoc.model.facts import DeclarationKind
from sphinx_repodoc.model.files import ROOT
from sphinx_repodoc.model.paths import to_shell
from sphinx_repodoc.relate.repository import Repository

NO_COMMANDS: Mapping[str, str] = MappingProxyType({})


class Framework(NamedTuple):
    """A test framework, and why a file is known to be written for it."""

    name: str
    reason: str
    """One sentence."""
    commands: Mapping[str, str] = NO_COMMANDS
    """For the names of files what runs the tests in the folder of the nearest of them above:
    ``{path}``, ``{folder}`` are to fill; an empty name is the test file itself."""
    task: str = ""
    """What that file must declare."""
    is_inline: bool = False
    """Whether it is the custom to write tests into the file that they test."""

    def find_command(
        self, repository: Repository, path: PurePosixPath
    ) -> tuple[str, PurePosixPath | None]:
        """Return what runs the tests in a file, and the file that proves it."""
        if "" in self.commands:
            return self.commands[""].format(path=to_shell(path)), path
        for home in path.parents:
            for name, command in self.commands.items():
                if home / name in repository.files and self._has_task(repository, home / name):
                    within = path.relative_to(home)
                    line = command.format(path=to_shell(within), folder=to_shell(within.parent))
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

NPM = {"package.json": "npm test"}

DESCRIBING = "describe/it"
"""The name of what several runners provide, where no import says which."""

RUNNERS = {"jasmine": "Jasmine", "jest": "Jest", "mocha": "Mocha", "vitest": "Vitest"}
"""Packages of npm that provide it, and what they are called."""

FRAMEWORKS: Mapping[str, Framework] = MappingProxyType(
    {
        "bats": Framework("Bats", "Its cases begin with @test.", {"": "bats {path}"}),
        "bazel": Framework("Bazel", "It instantiates rules whose names end in _test."),
        "cargo": Framework(
            "cargo test",
            "Its functions carry the attribute test, or one of a crate that makes tests.",
            {"Cargo.toml": "cargo test"},
            is_inline=True,
        ),
        "catch2": Framework("Catch2", "Its cases are made by macros of Catch2."),
        "doctest": Framework("doctest", "Its cases are made by macros of doctest."),
        DESCRIBING: Framework(
            "describe and it",
            "It calls functions that several test runners of JavaScript provide.",
            NPM,
            "test",
        ),
        "googletest": Framework("GoogleTest", "Its cases are made by macros of GoogleTest."),
        "jest": Framework("Jest", "It calls the functions of Jest.", NPM, "test"),
        "junit": Framework("JUnit", "Its methods carry annotations of JUnit.", JVM),
        "meson": Framework("Meson", "It declares tests that Meson runs."),
        "mocha": Framework("Mocha", "It calls the functions of Mocha.", NPM, "test"),
        "phpunit": Framework(
            "PHPUnit",
            "Its cases are as PHPUnit has them.",
            {
                "phpunit.xml": "vendor/bin/phpunit {path}",
                "phpunit.xml.dist": "vendor/bin/phpunit {path}",
            },
        ),
        "rspec": Framework("RSpec", "It describes examples.", {".rspec": "rspec {path}"}),
        "test": Framework("Test", "It holds sets of tests, as of Julia's standard library."),
        "testing": Framework(
            "go test",
            "Its functions have the names and parameters of Go's tests.",
            {"go.mod": "go test ./{folder}"},
        ),
        "testng": Framework("TestNG", "Its methods carry annotations of TestNG.", JVM),
        "vitest": Framework("Vitest", "It calls the functions of Vitest.", NPM, "test"),
        "xctest": Framework(
            "XCTest", "Its classes derive from XCTestCase.", {"Package.swift": "swift test"}
        ),
        "zig": Framework("zig test", "It holds test declarations.", is_inline=True),
    }
)
"""What is known of some of them, by the names that queries give them, in lower case."""


def find_framework(repository: Repository, path: PurePosixPath, name: str) -> Framework:
    """Return what is known of a framework that a file is written for."""
    if name == DESCRIBING and (runner := _find_runner(repository, path)):
        reason = f"It calls functions that {runner} provides, which package.json asks for."
        return Framework(runner, reason, NPM, "test")
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
