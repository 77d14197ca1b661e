"""Which files the include directives of C lead to."""

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
