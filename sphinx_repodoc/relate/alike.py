"""Which framework tests are written for where several write them alike."""

from collections.abc import Callable, Container, Iterable, Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from types import MappingProxyType

from sphinx_repodoc.model.cases import UNNAMED
from sphinx_repodoc.model.facts import DeclarationKind, Facts
from sphinx_repodoc.relate.repository import Repository

RSPEC = "RSpec"
"""The name of what examples in Ruby are first taken for."""

DESCRIBING = "describe/it"
"""The name of what several runners provide, where no import says which."""

C_FAMILY = ("C", "C++", "CUDA")
"""Languages that GoogleTest is for."""

GOOGLETEST = "googletest"

MACROS = "macros"
"""The name of those that are called as GoogleTest's."""

MINITEST = "minitest"

TEST_UNIT = "test-unit"

RUBY_RUNNERS = {"rspec": RSPEC, MINITEST: MINITEST}
"""Libraries of Ruby that provide ``describe`` and ``it``, and what they are called."""

PEST = "Pest"

PHP_RUNNERS = {"pestphp/pest": PEST, "kahlan/kahlan": "Kahlan", "peridot-php/peridot": "Peridot"}
"""Packages of Composer that provide ``it``, and what they are called."""

PHPUNIT_PROGRAMS = {
    "phpunit/phpunit": "phpunit",
    "pestphp/pest": "phpunit",
    "symfony/phpunit-bridge": "simple-phpunit",
}
"""Packages of Composer, and the program of each that runs tests of PHPUnit."""

PHPUNIT_FILES = ("phpunit.xml", "phpunit.dist.xml", "phpunit.xml.dist")
"""What PHPUnit reads, if one is in the folder in which it is started."""

COMPOSER = "composer.json"

RUNNERS = {"jasmine": "Jasmine", "jest": "Jest", "mocha": "Mocha", "vitest": "Vitest"}
"""Packages of npm that provide it, and what they are called."""


def find_meant(repository: Repository, path: PurePosixPath, name: str) -> str:
    """Return the framework that a file is written for, by what queries take it for."""
    find = MEANT.get(name.casefold())
    return find(repository, path) if find else name


def find_npm_runner(repository: Repository, path: PurePosixPath) -> str:
    """Return the one runner that the nearest manifest above asks for; empty if there are more."""
    declared = _find_nearest(repository, path, "package.json").declarations
    needed = {each.name for each in declared if each.kind is DeclarationKind.DEPENDENCY}
    return _find_only(RUNNERS, needed)


def find_phpunit(repository: Repository, path: PurePosixPath) -> str:
    """Return the program of PHPUnit that the nearest manifest above asks for, if that is known."""
    home = next((f for f in path.parents if f / COMPOSER in repository.files), None)
    if home is None or not any(home / name in repository.files for name in PHPUNIT_FILES):
        return ""
    written = _read_composer(repository, path)
    if not written.isdisjoint({"config.bin-dir", "config.vendor-dir"}):
        return ""
    needed = _find_needed(written)
    return next((PHPUNIT_PROGRAMS[name] for name in PHPUNIT_PROGRAMS if name in needed), "")


def _find_spec_runner(repository: Repository, path: PurePosixPath) -> str:
    """Return what runs examples in Ruby: both RSpec and minitest provide the same words."""
    if any(folder / ".rspec" in repository.files for folder in path.parents):
        return RSPEC
    return _find_only(RUBY_RUNNERS, repository.imported["Ruby"]) or UNNAMED


def _find_unit_runner(repository: Repository, path: PurePosixPath) -> str:
    """Return what runs classes of tests in Ruby: test-unit gives them the same form."""
    bases = {base for symbol in repository.facts[path].symbols for base in symbol.bases}
    if any(base.removeprefix("::").startswith("Test::Unit::") for base in bases):
        return TEST_UNIT
    required = repository.modules["Ruby"]
    is_required = not required.isdisjoint({"test/unit", TEST_UNIT})
    return TEST_UNIT if is_required and "minitest" not in repository.imported["Ruby"] else MINITEST


def _find_php_runner(repository: Repository, path: PurePosixPath) -> str:
    """Return what runs examples in PHP: the one that the nearest manifest above asks for."""
    needed = _find_needed(_read_composer(repository, path))
    return _find_only(PHP_RUNNERS, needed) or UNNAMED


def _find_nearest(repository: Repository, path: PurePosixPath, name: str) -> Facts:
    """Return the facts of the nearest file of a name in the folders above."""
    above = (repository.facts.get(folder / name) for folder in path.parents)
    return next(filter(None, above), Facts())


def _find_only(runners: Mapping[str, str], needed: Container[str]) -> str:
    """Return the one of some runners whose package is needed; empty if there are more, or none."""
    found = [runner for package, runner in runners.items() if package in needed]
    return found[0] if len(found) == 1 else ""


def _read_composer(repository: Repository, path: PurePosixPath) -> set[str]:
    """Return the keys of the nearest manifest of Composer above, with those that they are in."""
    return {entry.text for entry in _find_nearest(repository, path, COMPOSER).outline}


def _find_needed(written: Iterable[str]) -> set[str]:
    """Return the packages that such a manifest asks for."""
    keys = [text.partition(".") for text in written]
    return {name for table, _, name in keys if table in {"require", "require-dev"}}


def _find_macros(repository: Repository, path: PurePosixPath) -> str:
    """Return whose macros make the cases of a file: those of other frameworks have such names."""
    own = frozenset(statement.module for statement in repository.facts[path].imports)
    if _includes(own, "gtest", "gmock"):
        return GOOGLETEST
    found = any(_includes(repository.modules[name], "gtest", "gmock") for name in C_FAMILY)
    return GOOGLETEST if found and not _includes(own, "CppUTest") else MACROS


@lru_cache
def _includes(modules: frozenset[str], *names: str) -> bool:
    return any(name in module for module in modules for name in names)


def _find_describing(_repository: Repository, path: PurePosixPath) -> str:
    """Return what runs examples in JavaScript: not those of Cypress, which others do not run."""
    return UNNAMED if "cypress" in path.parts or ".cy." in path.name else DESCRIBING


MEANT: Mapping[str, Callable[[Repository, PurePosixPath], str]] = MappingProxyType(
    {
        DESCRIBING: _find_describing,
        GOOGLETEST: _find_macros,
        MINITEST: _find_unit_runner,
        PEST.casefold(): _find_php_runner,
        RSPEC.casefold(): _find_spec_runner,
    }
)
"""What tells the framework by what queries take it for."""
