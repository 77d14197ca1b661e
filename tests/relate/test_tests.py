"""Test modules, their cases, and what they test."""

from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.history import Log
from sphinx_repodoc.model.relations import RelationKind, Suite
from sphinx_repodoc.relate.imports import resolve
from sphinx_repodoc.relate.relations import relate
from sphinx_repodoc.relate.tests import find_suites
from tests.relate.conftest import Analyse

METRICS_TEST = """\
import abc
import unittest.mock as mock
from torch.distributed.elastic.metrics.api import getStream, prof
from torch.testing._internal.common_utils import run_tests, TestCase


def foo_1():
    pass


class TestMetricsHandler:
    def emit(self, metric_data): ...


class Parent(abc.ABC):
    @abc.abstractmethod
    def func(self): ...


class MetricsApiTest(TestCase):
    def test_get_metric_name(self): ...

    def setUp(self): ...

    @mock.patch("x")
    def test_profile(self): ...
"""


def suites_of(analyse: Analyse, tree: Mapping[str, str]) -> dict[str, Suite]:
    repository = analyse(tree)
    return {
        str(path): suite for path, suite in find_suites(repository, resolve(repository)).items()
    }


def summary(suite: Suite | None) -> tuple[str, int, list[str]] | None:
    """Return a suite's framework, the line that names it, and the names of its cases."""
    if suite is None:
        return None
    return suite.framework, suite.line, [case.symbol for case in suite.cases]


BASES = {
    "base/__init__.py": "from .case import Base\n",
    "base/case.py": "import unittest as u\n\nclass Base(u.TestCase): ...\nclass Other: ...\n",
}


SUITES = [
    # unittest: wherever the class stands and whatever it is called
    (
        "a.py",
        "import unittest\nclass A(unittest.TestCase):\n  def testB(self): ...",
        ("unittest", 1, ["A.testB"]),
    ),
    (
        "a.py",
        "from unittest import TestCase as T\nclass A(T):\n  def test_b(self): ...",
        ("unittest", 1, ["A.test_b"]),
    ),
    (
        "a.py",
        "import unittest.mock\nclass A(unittest.TestCase):\n  def test_b(self): ...",
        ("unittest", 2, ["A.test_b"]),
    ),
    (
        "a.py",
        "from django.test import TestCase\nclass A(TestCase):\n  def test_b(self): ...",
        ("unittest", 2, ["A.test_b"]),
    ),
    (
        "a.py",
        "from django import test\nclass A(test.TestCase):\n  def test_b(self): ...",
        ("unittest", 2, ["A.test_b"]),
    ),
    (
        "a.py",
        "from base import Base\nclass A(Base): ...\nclass B(A):\n  def test_b(self): ...",
        ("unittest", 3, ["B.test_b"]),
    ),
    (
        "a.py",
        "import base.case\nclass A(base.case.Base):\n  def test_b(self): ...",
        ("unittest", 2, ["A.test_b"]),
    ),
    (
        "test_a.py",
        "import unittest\nclass A(unittest.TestCase):\n  def test_b(self): ...",
        ("unittest", 1, ["A.test_b"]),
    ),
    (
        "test/api_test.py",
        METRICS_TEST,
        (
            "unittest",
            20,
            ["MetricsApiTest.test_get_metric_name", "MetricsApiTest.test_profile"],
        ),
    ),
    # pytest: by names in a file of a test's name, or with an import of pytest
    ("test_a.py", "def test_b(): ...\ndef helper(): ...", ("pytest", 0, ["test_b"])),
    ("a_test.py", "async def test_b(): ...", ("pytest", 0, ["test_b"])),
    (
        "test_a.py",
        "class TestA:\n  def test_b(self): ...\n  class TestC:\n    def test_d(self): ...",
        ("pytest", 0, ["TestA.test_b", "TestA.TestC.test_d"]),
    ),
    ("tests/a.py", "import pytest\ndef test_b(): ...", ("pytest", 1, ["test_b"])),
    ("test_a.py", "def test_b(): ...\ndef test_b(n): ...", ("pytest", 0, ["test_b"])),
    (
        "test_a.py",
        "import pytest\nimport unittest\nclass A(unittest.TestCase):\n  def test_b(self): ...",
        ("pytest", 1, ["A.test_b"]),
    ),
    (
        "test_a.py",
        "import pytest\n@pytest.fixture\ndef test_b(): ...\ndef test_c(b): ...",
        ("pytest", 1, ["test_c"]),
    ),
    # no tests
    ("a.py", "def test_b(): ...", None),
    ("a.py", "class TestA:\n  def test_b(self): ...", None),
    ("a.py", "from base.case import Other\nclass A(Other):\n  def test_b(self): ...", None),
    ("a.py", "class A(TestCase):\n  def test_b(self): ...", None),
    ("a.py", "from x import TestCase\nclass A(TestCase):\n  def test_b(self): ...", None),
    ("a.py", "class A(A):\n  def test_b(self): ...", None),
    ("test_a.py", "def helper(): ...", None),
    ("test_a.py", "class TestA:\n  def __init__(self): ...\n  def test_b(self): ...", None),
    ("test_a.py", "class TestA:\n  __test__ = False\n  def test_b(self): ...", None),
    ("a.py", "import pytest\ndef test_b(host): ...", None),
    ("tests/conftest.py", "import pytest\ndef test_b(): ...", None),
    ("test_a.py", "class Helper:\n  def test_b(self): ...", None),
    ("test_a.py", "def outer():\n  def test_b(): ...", None),
    ("conftest.py", "import pytest\n@pytest.fixture\ndef made(): ...", None),
    ("test_a.md", "# test_b\n", None),
]


@pytest.mark.parametrize(("name", "text", "expected"), SUITES)
def test_suites_are_known_by_evidence(
    analyse: Analyse, name: str, text: str, expected: tuple[str, int, list[str]] | None
) -> None:
    assert summary(suites_of(analyse, {**BASES, name: text}).get(name)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import pytest\n@pytest.fixture\ndef made(): ...", ["made"]),
        ("import pytest as p\n@p.fixture(scope='module')\ndef made(): ...", ["made"]),
        ("from pytest import fixture as f\n@f\nasync def made(): ...", ["made"]),
        ("import pytest_asyncio\n@pytest_asyncio.fixture\ndef made(): ...", ["made"]),
        ("import pytest\n@pytest.mark.usefixtures\ndef made(): ...", []),
        ("import pytest\n@fixture\ndef made(): ...", []),
        ("def fixture(f): ...\n@fixture\ndef made(): ...", []),
    ],
)
def test_fixtures_are_known_by_their_decorator(
    analyse: Analyse, text: str, expected: list[str]
) -> None:
    suite = suites_of(analyse, {"test_a.py": f"{text}\ndef test_b(): ...\n"})["test_a.py"]
    assert [fixture.name for fixture in suite.fixtures] == expected


def test_what_lies_among_specs_is_a_helper(analyse: Analyse) -> None:
    helped = "require_relative 'helper'\nrequire_relative '../lib/a'\nit 'b' do end\n"
    found = {"spec/a_spec.rb": helped, "spec/helper.rb": "", "lib/a.rb": "", "Gemfile": ""}
    repository = analyse(found)
    dependencies = resolve(repository)
    relations = relate(repository, dependencies, find_suites(repository, dependencies), {}, Log())
    tests = relations[PurePosixPath("spec/a_spec.rb")]
    shown = [str(each.target) for each in tests if each.kind is RelationKind.TESTS]
    assert shown == ["lib/a.rb"]


def test_a_test_module_tests_what_it_imports_but_no_helper(analyse: Analyse) -> None:
    repository = analyse(
        {
            "pyproject.toml": "",
            "pkg/__init__.py": "",
            "pkg/test/__init__.py": "",
            "pkg/test/client.py": "C = 1",
            "pkg/core.py": "D = 1",
            "tests/__init__.py": "",
            "tests/helper.py": "import pkg.core",
            "tests/conftest.py": "X = 1",
            "tests/test_a.py": (
                "from pkg.core import D\nfrom pkg.test import client\n"
                "from tests.test_b import test_b\nfrom tests.helper import pkg\n"
                "from tests.conftest import X\n\ndef test_a(): ...\n"
            ),
            "tests/test_b.py": "def test_b(): ...\n",
        }
    )
    dependencies = resolve(repository)
    relations = relate(repository, dependencies, find_suites(repository, dependencies), {}, Log())
    shown = {
        (str(path), str(relation.target), relation.line)
        for path, found in relations.items()
        for relation in found
        if relation.kind in {RelationKind.TESTS, RelationKind.TESTED_BY}
    }
    assert shown == {
        ("tests/test_a.py", "pkg/core.py", 1),
        ("tests/test_a.py", "pkg/test/client.py", 2),
        ("pkg/core.py", "tests/test_a.py", 1),
        ("pkg/test/client.py", "tests/test_a.py", 2),
    }
