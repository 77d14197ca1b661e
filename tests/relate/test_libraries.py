"""Shared libraries that Python loads by name."""

import pytest

from sphinx_repodoc.analyse.languages import LANGUAGES
from tests.relate.conftest import Analyse
from tests.relate.resolving import resolve_in

BUILD = {
    "Makefile": "libmade.so.1: a.o\n\tcc -shared -o $@ a.o\nall: libmade.so.1\n",
    "c/CMakeLists.txt": "add_library(built SHARED a.c)\nadd_library(twice SHARED a.c)\n",
    "d/CMakeLists.txt": "add_library(twice SHARED b.c)\nadd_executable(tool t.c)\n",
    "e/meson.build": "shared_library('woven', 'a.c')\nstatic_library('still', 'a.c')\n",
}


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("ctypes.CDLL('libmade.so')", "Makefile Makefile::libmade.so.1"),
        ("ctypes.CDLL('build/libmade.so.1')", "Makefile Makefile::libmade.so.1"),
        ("ctypes.util.find_library('made')", "Makefile Makefile::libmade.so.1"),
        ("ctypes.cdll.LoadLibrary('libbuilt.dylib')", "c/CMakeLists.txt c/CMakeLists.txt::built"),
        ("ctypes.WinDLL('built.dll')", "c/CMakeLists.txt c/CMakeLists.txt::built"),
        ("ctypes.CDLL('libwoven.so')", "e/meson.build e/meson.build::woven"),
        ("ctypes.CDLL('libtwice.so')", "third party"),
        ("ctypes.CDLL('libtool.so')", "third party"),
        ("ctypes.CDLL('libstill.so')", "third party"),
        ("ctypes.CDLL('libc.so.6')", "third party"),
        ("ctypes.CDLL('all')", "third party"),
    ],
)
def test_a_library_leads_to_the_one_target_that_builds_it(
    analyse: Analyse, call: str, expected: str
) -> None:
    for language in ("CMake", "Meson"):
        if language.lower() in expected.lower() and LANGUAGES[language].missing:
            pytest.skip(f"{LANGUAGES[language].missing} is not installed")
    text = f"import ctypes\nimport ctypes.util\n{call}\n"
    assert resolve_in(analyse, BUILD, "pkg/x.py", text)[2:] == [expected]
