"""Modules of Python that are written in C and C++."""

import pytest

from tests.relate.conftest import Analyse
from tests.relate.resolving import resolve_in

EXTENSIONS = {
    "pkg/__init__.py": "",
    "src/ext.cpp": "PYBIND11_MODULE(_ext, m) { m.def(1); }\n",
    "src/fast.c": "PyMODINIT_FUNC PyInit__fast(void) { return 0; }\n",
    "src/one.c": "PyMODINIT_FUNC PyInit_twice(void) { return 0; }\n",
    "src/two.c": "PyMODINIT_FUNC PyInit_twice(void) { return 0; }\n",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from pkg import _ext", "pkg/__init__.py src/ext.cpp::"),
        ("from . import _fast as f", "pkg/__init__.py src/fast.c::"),
        ("import pkg._ext", "src/ext.cpp"),
        ("from pkg._ext import f", "src/ext.cpp"),
        ("from ._fast import f", "src/fast.c"),
        ("import _ext", "src/ext.cpp"),
        ("import other._ext", "third party"),
        ("from other import _ext", "third party"),
        ("import pkg.twice", "not found"),
    ],
)
def test_a_module_in_c_leads_to_the_one_file_that_makes_it(
    analyse: Analyse, text: str, expected: str
) -> None:
    assert resolve_in(analyse, EXTENSIONS, "pkg/x.py", text) == [expected]
