"""The licence that a file is the text of."""

import re
from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.scan.licences import TEXTS, find_licence

LICENSE = PurePosixPath("LICENSE")

MIT = TEXTS.joinpath("MIT.txt").read_text("utf-8").replace("{{}}", "the authors")
MIT = MIT.replace("[[", "").replace("]]", "")
BODY = MIT.partition("\n\n")[2]
BSD = TEXTS.joinpath("BSD-3-Clause.txt").read_text("utf-8").partition("\n\n")[2]
BSD = BSD.replace("[[its]] [[their]] [[other]]", "its").replace("{{}}", "Ada Lovelace, Ltd.")


def _shorten(text: str) -> str:
    """Leave out all that may be missing."""
    shorter = re.sub(r"\[\[[^[\]]*\]\]", "", text)
    return shorter if shorter == text else _shorten(shorter)


@pytest.mark.parametrize("name", sorted(file.name for file in TEXTS.iterdir()))
def test_each_known_text_is_that_of_its_licence_and_no_other(name: str) -> None:
    text = TEXTS.joinpath(name).read_text("utf-8").replace("{{}}", "somebody")
    assert find_licence(LICENSE, text) == name.removesuffix(".txt")
    assert find_licence(LICENSE, _shorten(text)) == name.removesuffix(".txt")


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        (BODY, "MIT"),
        (f"The MIT License (MIT)\n=====\n\nCopyright (c) 2020-2024 A <a@b.example>\n{BODY}", "MIT"),
        (f"Copyright © A\nAll rights reserved.\n\n{BODY}", "MIT"),
        (f"Copyright the authors\n\n{BODY}", "MIT"),
        (" ".join(BODY.upper().split()).replace('"', "“"), "MIT"),
        (BODY.replace("\n", "\r\n"), "MIT"),
        (BSD, "BSD-3-Clause"),
        (BSD.replace("1.", "*").replace("2.", "(b)").replace("3.", "-"), "BSD-3-Clause"),
    ],
)
def test_form_notices_and_names_make_no_difference(text: str, licence: str) -> None:
    assert find_licence(LICENSE, text) == licence


@pytest.mark.parametrize(
    "text",
    [
        "",
        "MIT\n",
        "This is licensed under the MIT License.\n",
        BODY.replace("without restriction", "with restrictions"),
        BODY.replace("sublicense,", ""),
        f"{BODY}\nThe Software shall be used for Good, not Evil.\n",
        f"Some files are under another licence.\n\n{BODY}",
        f"{BODY}\n{BSD}",
        BSD[: BSD.index("3.")],
        BODY * 100,
    ],
)
def test_a_text_that_says_more_less_or_else_is_of_no_known_licence(text: str) -> None:
    assert find_licence(LICENSE, text) == ""


@pytest.mark.parametrize(
    ("path", "licence"),
    [
        ("LICENCE.txt", "MIT"),
        ("license-mit", "MIT"),
        ("LICENSES/any.txt", "MIT"),
        ("COPYING", "MIT"),
        ("UNLICENSE", "MIT"),
        ("licensing.py", ""),
        ("docs/mit.txt", ""),
    ],
)
def test_the_name_says_that_a_file_may_hold_a_licence(path: str, licence: str) -> None:
    assert find_licence(PurePosixPath(path), BODY) == licence
