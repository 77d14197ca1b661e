"""Which files the include directives of C lead to."""

from collections.abc import Mapping

import pytest

from tests.relate.conftest import Analyse
from tests.relate.resolving import Case, resolve_in

HEADERS = {
    "include/lib/a.h": "",
    "include/lib/b.h": "",
    "src/b.h": "",
    "src/deep/c.h": "",
    "other/deep/c.h": "",
    "deps/stdio.h": "",
    "src/net/poll.h": "",
}

HEADERS_CASES: list[Case] = [
    ("src/x.c", '#include "b.h"', ["src/b.h"]),
    ("src/x.c", '#include "../include/lib/b.h"', ["include/lib/b.h"]),
    ("src/x.c", '#include "lib/a.h"', ["include/lib/a.h"]),
    ("src/x.c", "#include <lib/a.h>", ["include/lib/a.h"]),
    ("src/x.c", "#include <a.h>", ["include/lib/a.h"]),
    ("src/x.c", '#include "deep/c.h"', ["src/deep/c.h"]),
    ("x.c", '#include "deep/c.h"', ["not found"]),
    ("src/x.c", "#include <stdio.h>", ["standard library"]),
    ("deps/x.c", '#include "stdio.h"', ["deps/stdio.h"]),
    ("x.c", "#include <poll.h>\n#include <vector>", ["standard library"] * 2),
    ("x.c", "#include <zlib.h>", ["third party"]),
    (
        "x.c",
        '#ifdef A\n#include <a.h>\n#else\n#include "lib/a.h"\n#endif',
        ["third party", "include/lib/a.h"],
    ),
    ("x.c", '#include "config.h"', ["not found"]),
    ("x.c", '#include "../../etc/passwd"', ["not found"]),
]


@pytest.mark.parametrize(("name", "text", "expected"), HEADERS_CASES)
def test_an_import_leads_to_what_it_means(
    analyse: Analyse, name: str, text: str, expected: list[str]
) -> None:
    assert resolve_in(analyse, HEADERS, name, text) == expected


COMPAT: Mapping[str, str] = {
    "src/a.c": "",
    "src/config.h.in": "",
    "win32/config.h": "",
    "win32/getopt.h": "",
    "zlib/zconf.h": "",
    "zlib/zconf.h.in": "",
    "include/version.h": "",
    "cmake/version.in.h": "",
    "examples/user.h": "",
}


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("src/x.c", '#include "config.h"', "not found"),
        ("win32/x.c", '#include "config.h"', "win32/config.h"),
        ("src/x.c", "#include <version.h>", "not found"),
        ("src/x.c", "#include <zconf.h>", "zlib/zconf.h"),
        ("src/x.c", "#include <getopt.h>", "not found"),
        ("src/x.c", '#include "getopt.h"', "win32/getopt.h"),
        ("src/x.c", "#include <sys/queue.h>", "third party"),
        ("src/x.c", '#include "user.h"', "not found"),
        ("src/x.c", '#include "examples/user.h"', "examples/user.h"),
        ("tests/x.c", '#include "user.h"', "examples/user.h"),
        ("x_test.c", '#include "user.h"', "examples/user.h"),
    ],
)
def test_what_a_build_makes_or_a_system_has_may_be_another_file(
    analyse: Analyse, name: str, text: str, expected: str
) -> None:
    assert resolve_in(analyse, COMPAT, name, text) == [expected]
