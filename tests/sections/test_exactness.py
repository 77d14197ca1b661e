"""What a section shows is a function of its part alone, and the page's digest covers it."""

import copy
from pathlib import PurePosixPath
from typing import Any

import pytest

from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.page import FILE_PARTS, FOLDER_PARTS
from sphinx_repodoc.sections.doctree import to_nodes
from sphinx_repodoc.sections.links import Links
from sphinx_repodoc.sections.order import FILE_SECTIONS, FOLDER_SECTIONS, Section
from tests.conftest import run_git, write_tree
from tests.pages.conftest import survey_root

TREE = {
    "pkg/__init__.py": '"""A package."""\n',
    "pkg/a.py": (
        '"""What it is.\n\nMore of ``it``.\n"""\n\nimport pickle\nimport subprocess\n'
        "from dataclasses import dataclass\nfrom functools import cache\n\n"
        "from pkg.b import Base\n\n\n@dataclass\nclass Own(Base):\n    x: int\n\n"
        "    @cache\n    def load(self, file):\n"
        '        """Load it."""\n        subprocess.run("ls", shell=True)\n'
        "        return pickle.load(file)\n"
    ),
    "pkg/deep/c.py": "",
    "pkg/b.py": "class Base: ...\n",
    "pkg/tox.ini": "[testenv:own]\n",
    "tests/test_a.py": "from pkg.a import Own\n\n\ndef test_own():\n    assert Own(1)\n",
}
FILE, FOLDER = PurePosixPath("pkg/a.py"), PurePosixPath("pkg")


@pytest.fixture(scope="module")
def surveys(tmp_path_factory: pytest.TempPathFactory) -> list[Survey]:
    """Two surveys of equal trees at different places."""
    roots = [tmp_path_factory.mktemp(name) for name in ("one", "two")]
    for root in roots:
        write_tree(root, TREE)
        run_git(root, "init", "--quiet")
        run_git(root, "add", "--all")
    return [survey_root(root) for root in roots]


def show(section: Section, part: Any, links: Links) -> str:
    return "\n".join(node.pformat() for node in to_nodes(section.outline(part, links)))


@pytest.mark.parametrize("section", FILE_SECTIONS, ids=lambda section: section.name)
def test_equal_parts_of_a_file_are_shown_alike(
    surveys: list[Survey], links: Links, section: Section
) -> None:
    one, two = (FILE_PARTS[section.name](survey, FILE) for survey in surveys)
    assert one is not None
    assert one == two
    shown = show(section, one, links)
    assert shown
    assert show(section, two, links) == show(section, copy.deepcopy(one), links) == shown


@pytest.mark.parametrize("section", FOLDER_SECTIONS, ids=lambda section: section.name)
def test_equal_parts_of_a_folder_are_shown_alike(
    surveys: list[Survey], links: Links, section: Section
) -> None:
    one, two = (FOLDER_PARTS[section.name](survey, FOLDER) for survey in surveys)
    assert one == two
    assert section.outline(one, links) == section.outline(two, links) != []
