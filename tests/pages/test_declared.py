"""What files declare to the tools that read them."""

from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.evidence import Place, RoleKind
from sphinx_repodoc.pages.declared import find_declared
from sphinx_repodoc.pages.purpose import find_purpose
from sphinx_repodoc.pages.structure import find_structure
from sphinx_repodoc.sections.links import Links
from sphinx_repodoc.sections.structure import outline
from tests.pages.conftest import SurveyTree
from tests.sections.content_text import plain

PACKAGE = '{"name": "x", "scripts": {"a": "b"}, "devDependencies": {"c": "^1"}}\n'
FLOW = "on: push\njobs:\n  test:\n    steps:\n    - uses: a/b@v1\n    - run: ls\n"


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("sub/package.json", PACKAGE, ["distribution x", "task a", "dependency c"]),
        ("data.json", PACKAGE, []),
        (".github/workflows/ci.yml", FLOW, ["trigger push", "job test", "dependency a/b"]),
        ("ci.yml", FLOW, []),
        ("go.mod", "module m\nrequire n v1\n", ["distribution m", "dependency n"]),
        ("go.mod.txt", "module m\n", []),
        ("compose.yaml", "services:\n  db:\n    image: x\n", ["service db"]),
    ],
)
def test_a_file_declares_what_the_tool_of_its_name_reads(
    survey_tree: SurveyTree, path: str, text: str, found: list[str]
) -> None:
    survey = survey_tree({path: text})
    declared = find_declared(survey, PurePosixPath(path))
    assert [f"{each.kind} {each.name}" for each in declared] == found


def test_the_page_lists_what_is_declared_with_values_and_lines(survey_tree: SurveyTree) -> None:
    path = PurePosixPath("package.json")
    structure = find_structure(survey_tree({str(path): PACKAGE}), path)
    assert structure
    content = outline(structure, Links(path, frozenset(), {}))
    text = "\n".join(plain(block) for block in content)
    for said in ("Published as", "Tasks", "a: b (line 1)", "c: ^1 (devDependencies, line 1)"):
        assert said in text


def test_a_workflow_is_known_by_its_folder(survey_tree: SurveyTree) -> None:
    path = PurePosixPath(".github/workflows/ci.yml")
    purpose = find_purpose(survey_tree({str(path): FLOW, "docs/ci.yml": FLOW}), path)
    assert purpose
    (role,) = purpose.roles
    assert (role.kind, role.evidence) == (RoleKind.CONFIGURATION, (Place(path.parent),))
    assert "GitHub Actions" in role.sentence
