"""Which Python files are test modules, their cases and fixtures."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import PurePosixPath

from sphinx_repodoc.model.facts import Facts, Symbol, TestCase
from sphinx_repodoc.model.relations import Suite
from sphinx_repodoc.relate.python.modules import TEST_FOLDERS
from sphinx_repodoc.relate.python.scopes import PythonScopes
from sphinx_repodoc.relate.repository import Dependencies, Repository

TEST_CASES = frozenset(
    {
        *("unittest.TestCase", "unittest.IsolatedAsyncioTestCase", "unittest.case.TestCase"),
        "unittest.async_case.IsolatedAsyncioTestCase",
        *(f"django.test.{name}" for name in ("SimpleTestCase", "TestCase", "TransactionTestCase")),
        *("django.test.LiveServerTestCase", "django.test.testcases.TestCase"),
        "django.contrib.staticfiles.testing.StaticLiveServerTestCase",
        *("rest_framework.test.APITestCase", "rest_framework.test.APISimpleTestCase"),
        *("twisted.trial.unittest.TestCase", "twisted.trial.unittest.SynchronousTestCase"),
        *("testtools.TestCase", "absl.testing.absltest.TestCase"),
        *("absl.testing.parameterized.TestCase", "tornado.testing.AsyncTestCase"),
        *("tornado.testing.AsyncHTTPTestCase", "torch.testing._internal.common_utils.TestCase"),
        *("unittest2.TestCase", "asynctest.TestCase", "numpy.testing.TestCase"),
    }
)
"""Classes outside the repository whose subclasses ``unittest`` runs."""

FIXTURE_FILE = "conftest.py"

UNCOLLECTED = frozenset({"__init__", "__test__"})
"""What a class defines that pytest then takes for no test, or may not."""

FIXTURES = frozenset({"pytest.fixture", "pytest.yield_fixture", "pytest_asyncio.fixture"})
"""Decorators that make a function a fixture."""


def find_suites(repository: Repository, dependencies: Dependencies) -> dict[PurePosixPath, Suite]:
    """Find the test modules and their cases."""
    scopes = PythonScopes(repository.facts, dependencies)
    suites = (
        (path, _find_suite(path, facts, scopes)) for path, facts in repository.of("Python").items()
    )
    return {path: suite for path, suite in suites if suite}


def _find_suite(path: PurePosixPath, facts: Facts, scopes: PythonScopes) -> Suite | None:
    derived = {
        symbol.qualified_name
        for symbol in facts.symbols
        if symbol.kind == "class" and not symbol.parent and _is_test_case(path, symbol, scopes)
    }
    pytest_line = scopes.find_import_line(path, {"pytest"})
    fixtures = tuple(symbol for symbol in facts.symbols if _is_fixture(path, symbol, scopes))
    collected = _collect(path, facts, is_imported=bool(pytest_line)) - set(fixtures)
    inherited = {s for s in facts.symbols if s.parent in derived and _is_case(s, "test")}
    tests = [symbol for symbol in facts.symbols if symbol in collected | inherited]
    if not tests:
        return None
    if pytest_line:
        return Suite(
            "pytest", _cases(tests), fixtures, pytest_line, "It imports pytest and defines tests."
        )
    if collected - inherited:
        return Suite("pytest", _cases(tests), fixtures, 0, "Its names follow the rules of pytest.")
    imported = scopes.find_import_line(path, {"unittest"})
    return Suite(
        "unittest",
        _cases(tests),
        (),
        imported or _class_line(tests[0], facts),
        "Its classes derive from unittest.TestCase.",
        is_plain=bool(imported) and _is_plain(path, facts, scopes),
        is_django=_is_django(path, facts, derived, scopes),
    )


def _is_plain(path: PurePosixPath, facts: Facts, scopes: PythonScopes) -> bool:
    """Whether the classes of a file derive from those of unittest and of its own tests alone."""
    classes = [symbol for symbol in facts.symbols if symbol.kind == "class"]
    bases = {base for each in classes for base in scopes.find_outer_bases(path, each)}
    is_outer = all(base.partition(".")[0] in {"unittest", "builtins"} for base in bases)
    homes = {home for each in classes for home in scopes.find_homes(path, each)}
    return is_outer and all(_is_beside(home, path) for home in homes)


def _is_beside(home: PurePosixPath, path: PurePosixPath) -> bool:
    """Whether a file is in a folder around a test module, or in the same folder of tests.

    What a package elsewhere offers for tests may need more than unittest gives it.
    """
    folders = [folder for folder in home.parents if folder.name in TEST_FOLDERS]
    return home.parent in path.parents or not {*folders}.isdisjoint(path.parents)


def _is_django(
    path: PurePosixPath, facts: Facts, classes: AbstractSet[str], scopes: PythonScopes
) -> bool:
    """Whether test classes all derive from those of Django or its REST framework."""
    symbols = (symbol for symbol in facts.symbols if symbol.qualified_name in classes)
    packages = (
        {base.partition(".")[0] for base in scopes.find_outer_bases(path, symbol)}
        for symbol in symbols
    )
    return all(not found.isdisjoint({"django", "rest_framework"}) for found in packages)


def _cases(tests: Iterable[Symbol]) -> tuple[TestCase, ...]:
    """Return a case for each name, which the last definition of it has."""
    last = {symbol.qualified_name: symbol for symbol in tests}
    kept = sorted(last.values(), key=lambda symbol: symbol.span.line)
    return tuple(TestCase("", s.qualified_name, s.span, s.qualified_name) for s in kept)


def _collect(path: PurePosixPath, facts: Facts, *, is_imported: bool) -> set[Symbol]:
    """Return the functions that pytest collects by their names."""
    is_named = path.stem.startswith("test_") or path.stem.endswith("_test")
    is_among = path.name != FIXTURE_FILE and not TEST_FOLDERS.isdisjoint(path.parts)
    if not (is_named or (is_imported and is_among)):
        return set()
    made = {symbol.parent for symbol in facts.symbols if symbol.name in UNCOLLECTED}
    scopes = {""}
    for symbol in facts.symbols:
        is_test = symbol.kind == "class" and symbol.name.startswith("Test")
        if is_test and symbol.parent in scopes and symbol.qualified_name not in made:
            scopes.add(symbol.qualified_name)
    prefix = "test" if is_named else "test_"
    return {s for s in facts.symbols if s.parent in scopes and _is_case(s, prefix)}


def _is_case(symbol: Symbol, prefix: str) -> bool:
    return symbol.kind in {"function", "method"} and symbol.name.startswith(prefix)


def _is_test_case(path: PurePosixPath, symbol: Symbol, scopes: PythonScopes) -> bool:
    return not TEST_CASES.isdisjoint(scopes.find_outer_bases(path, symbol))


def _is_fixture(path: PurePosixPath, symbol: Symbol, scopes: PythonScopes) -> bool:
    names = (decorator.partition("(")[0] for decorator in symbol.decorators)
    return any(scopes.find(path, name) in FIXTURES for name in names)


def _class_line(case: Symbol, facts: Facts) -> int:
    lines = (s.span.line for s in facts.symbols if s.qualified_name == case.parent)
    return next(lines, case.span.line)
