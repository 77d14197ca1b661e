"""Key Concepts, Architecture & Organization and Important Files of a folder."""

from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.files import ROOT, Span
from sphinx_repodoc.model.folder_parts import FolderArchitecture, Link
from sphinx_repodoc.model.relations import Counted
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages import folder_concepts, folder_important
from sphinx_repodoc.pages.folder_architecture import find_folder_architecture
from sphinx_repodoc.pages.folder_concepts import find_concepts
from sphinx_repodoc.pages.folder_important import find_important
from tests.conftest import run_git, write_tree
from tests.pages.conftest import SurveyTree, survey_root

PKG, CORE = PurePosixPath("pkg"), PurePosixPath("pkg/core")
TREE = {
    "pkg/__init__.py": '"""A package."""\n\nfrom pkg.core.model import Thing\n',
    "pkg/core/__init__.py": "",
    "pkg/core/model.py": (
        "import os\n\n\nclass Thing:\n"
        '    """A thing. More."""\n\n\ndef late():\n    from pkg.web import serve\n'
    ),
    "pkg/core/rules.py": "from pkg.core.model import Thing\nimport attrs\n",
    "pkg/web.py": (
        "from pkg.core.rules import *\nfrom pkg.core.model import Thing, late\nserve = 1\n"
    ),
    "pkg/a.py": "import pkg.b\n",
    "pkg/b.py": "import pkg.a\nimport attrs.validators\n",
    "pkg/__main__.py": "from pkg.web import serve\n",
    "run.py": "from pkg.web import serve\n\nif __name__ == '__main__':\n    print(serve)\n",
    "tests/test_it.py": (
        "import unittest\n\nfrom pkg.core.model import Thing\n\n\n"
        "class T(unittest.TestCase):\n    def test_x(self):\n        assert Thing\n\n\n"
        "if __name__ == '__main__':\n    unittest.main()\n"
    ),
}


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """A package with a cycle, a late import, programs and a test."""
    root = tmp_path_factory.mktemp("graph")
    write_tree(root, TREE)
    run_git(root, "init", "--quiet")
    run_git(root, "add", "--all")
    return survey_root(root)


def architecture(survey: Survey, path: PurePosixPath) -> FolderArchitecture:
    found = find_folder_architecture(survey, path)
    assert found
    return found


def described(links: tuple[Link, ...]) -> list[tuple[str, str, int]]:
    return [(str(link.source), str(link.target), link.imports) for link in links]


def test_imports_are_counted_between_the_children_of_each_folder(survey: Survey) -> None:
    assert described(architecture(survey, PKG).inside) == [
        ("pkg/web.py", "pkg/core", 2),
        ("pkg/__init__.py", "pkg/core", 1),
        ("pkg/__main__.py", "pkg/web.py", 1),
        ("pkg/a.py", "pkg/b.py", 1),
        ("pkg/b.py", "pkg/a.py", 1),
        ("pkg/core", "pkg/web.py", 1),
    ]
    assert described(architecture(survey, ROOT).inside) == [
        ("run.py", "pkg", 1),
        ("tests", "pkg", 1),
    ]
    assert architecture(survey, PKG).inside[0].place == Place(
        PurePosixPath("pkg/web.py"), Span(1, 1)
    )


def test_imports_across_the_border_name_the_part_beyond_it(survey: Survey) -> None:
    core = architecture(survey, CORE)
    assert described(core.uses) == [("pkg/core", "pkg/web.py", 1)]
    assert described(core.used_by) == [
        ("pkg/web.py", "pkg/core", 2),
        ("pkg/__init__.py", "pkg/core", 1),
        ("tests", "pkg/core", 1),
    ]
    assert [link.is_folder for link in core.used_by] == [False, False, True]
    assert architecture(survey, ROOT).uses == architecture(survey, ROOT).used_by == ()


def test_a_late_import_makes_neither_layer_nor_cycle(survey: Survey) -> None:
    pkg = architecture(survey, PKG)
    assert [[path.name for path in layer] for layer in pkg.layers] == [
        ["a.py", "b.py", "core"],
        ["__init__.py", "web.py"],
        ["__main__.py"],
    ]
    (cycle,) = pkg.cycles
    assert [path.name for path in cycle.paths] == ["a.py", "b.py"]
    assert [(step.source.name, step.target.name, step.place) for step in cycle.steps] == [
        ("a.py", "b.py", Place(PKG / "a.py", Span(1, 1))),
        ("b.py", "a.py", Place(PKG / "b.py", Span(1, 1))),
    ]


def test_which_imports_count_is_a_matter_of_languages(survey_tree: SurveyTree) -> None:
    tree = {
        "c/a.c": '#include "a.h"\n',
        "c/a.h": "",
        "p/a.py": "from p import b\n",
        "p/b.py": "",
        "p/__init__.py": "",
        "main.py": "from p import b\n",
    }
    found = survey_tree(tree)
    folders = {".": Counted.MOST, "c": Counted.ALL, "p": Counted.MOST}
    assert {f: architecture(found, PurePosixPath(f)).counted for f in folders} == folders


def test_a_statement_of_several_lines_is_one_import(survey_tree: SurveyTree) -> None:
    tree = {"p/__init__.py": "", "p/a.py": "", "p/b.py": "", "x.py": "from p import (\na,\nb\n)\n"}
    found = architecture(survey_tree(tree), ROOT)
    assert described(found.inside) == [("x.py", "p", 1)]
    assert len(found.layers) == 2


def test_of_typescript_the_imports_of_types_alone_do_not_count(survey_tree: SurveyTree) -> None:
    found = survey_tree({"a.ts": 'import type { B } from "./b"\n', "b.ts": "export type B = 1\n"})
    root = architecture(found, PurePosixPath())
    assert (len(root.inside), root.layers, root.counted) == (1, (), Counted.MOST)


def test_each_folder_around_a_cycle_of_files_names_it_once(survey_tree: SurveyTree) -> None:
    tree = {
        "src/p/__init__.py": "",
        "src/p/a.py": "import os\nfrom p.q import b\n",
        "src/p/q/__init__.py": "",
        "src/p/q/b.py": "from p import c\n",
        "src/p/c.py": "from p import a\nfrom p.q import b\n",
        "src/p/q/x.py": "from p.q import y\n",
        "src/p/q/y.py": "from p.q import x\n",
    }
    found = survey_tree(tree)
    shown = {}
    for name in (".", "src", "src/p", "src/p/q"):
        page = architecture(found, PurePosixPath(name))
        shown[name] = [
            " ".join(f"{s.source.stem} {s.place.span and s.place.span.line}" for s in cycle.steps)
            for cycle in (*page.cycles, *page.file_cycles)
        ]
    assert shown == {
        ".": ["c 2 b 1", "x 1 y 1"],
        "src": ["c 2 b 1", "x 1 y 1"],
        "src/p": ["c 2 q 1", "c 2 b 1", "x 1 y 1"],
        "src/p/q": ["x 1 y 1"],
    }


def test_what_comes_from_elsewhere_is_named_by_its_package(survey: Survey) -> None:
    pkg = architecture(survey, PKG)
    assert [(o.link.name, o.files) for o in pkg.third_party] == [("attrs", 2)]
    assert pkg.third_party[0].place == Place(PurePosixPath("pkg/b.py"), Span(2, 2))
    assert [(o.link.name, o.files) for o in pkg.standard_library] == [("os", 1)]


def test_a_folder_without_imports_has_no_architecture(survey_tree: SurveyTree) -> None:
    found = survey_tree({"docs/a.md": "x\n"})
    assert find_folder_architecture(found, ROOT) is None
    assert find_concepts(found, ROOT) is None
    assert find_important(found, ROOT) is None


def test_symbols_are_ranked_by_the_files_that_import_them(survey: Survey) -> None:
    found = find_concepts(survey, CORE)
    assert found
    assert [(c.symbol, c.kind, c.users) for c in found.concepts] == [
        ("Thing", "class", "4 files, 3 of other folders"),
        ("late", "function", "1 file of another folder"),
    ]
    thing = found.concepts[0]
    assert (thing.summary, thing.span, found.total) == ("A thing.", Span(4, 5), 2)
    assert thing.places == (
        Place(PurePosixPath("pkg/__init__.py"), Span(3, 3)),
        Place(PurePosixPath("pkg/core/rules.py"), Span(1, 1)),
        Place(PurePosixPath("pkg/web.py"), Span(2, 2)),
    )


def test_programs_begin_before_what_imports_lead_to(survey: Survey) -> None:
    found = find_important(survey, ROOT)
    assert found
    assert [str(file.path) for file in found.entries] == ["pkg/__main__.py", "run.py"]
    assert [str(file.path) for file in found.used][:2] == ["pkg/web.py", "pkg/core/model.py"]
    model = found.used[1]
    assert [reason.text for reason in model.reasons] == [
        "Imports lead to it from 4 files, 3 of other folders"
    ]
    main = found.entries[0]
    assert main.reasons[0].places == (Place(PurePosixPath("pkg/__main__.py")),)


def test_of_programs_that_come_first_which_puts_most_files_together(
    survey_tree: SurveyTree,
) -> None:
    script = "#!/usr/bin/env python3\n"
    tree = {"a.py": script, "b.py": f"{script}import c\nimport d\n", "c.py": "", "d.py": ""}
    found = find_important(survey_tree(tree), ROOT)
    assert found
    assert [str(file.path) for file in found.entries] == ["b.py", "a.py"]
    (reason,) = [each for each in found.entries[0].reasons if each.text.endswith("lead to 2 files")]
    assert [str(place) for place in reason.places] == [
        str(Place(PurePosixPath("b.py"), Span(line, line))) for line in (2, 3)
    ]


def test_what_is_left_out_is_counted(
    survey_tree: SurveyTree, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_concepts, "MOST", 1)
    monkeypatch.setattr(folder_important, "MOST", 1)
    found = survey_tree(TREE)
    concepts, important = find_concepts(found, ROOT), find_important(found, ROOT)
    assert concepts
    assert important
    assert (len(concepts.concepts), concepts.total) == (1, 3)
    assert (len(important.entries), important.more_entries) == (1, 1)
    assert (len(important.used), important.more_used) == (1, 4)


def test_a_package_that_kin_languages_import_is_counted_once(survey_tree: SurveyTree) -> None:
    found = survey_tree({"a.kt": "import org.b.C\n", "d.java": "import org.b.C;\n"})
    outsiders = architecture(found, PurePosixPath()).third_party
    assert [(each.link.name, each.files) for each in outsiders] == [("org.b", 2)]
