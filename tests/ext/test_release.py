"""What a written page took of memory is let go."""

import gc
from typing import Any

import pytest
from docutils import nodes
from sphinx.application import Sphinx

from sphinx_repodoc.ext.setup import AFTER_ALL
from sphinx_repodoc.ext.writing import release
from tests.conftest import MakeRepo
from tests.exactness.builds import build
from tests.ext.conftest import CONTENTS

PAGE = "repository/shop/money.py"


@pytest.fixture
def kept() -> dict[str, str]:
    """The HTML in each page's doctree when all extensions have seen it."""
    return {}


@pytest.fixture
def configuration(kept: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    init = Sphinx.__init__

    def look(_app: Sphinx, page: str, _template: str, _context: Any, doctree: Any) -> None:
        if doctree is not None:
            raws = doctree.findall(nodes.raw)
            kept[page] = "".join(raw.astext() + raw.rawsource for raw in raws)

    def watched(app: Sphinx, *arguments: Any, **options: Any) -> None:
        init(app, *arguments, **options)
        app.connect("html-page-context", look, priority=AFTER_ALL + 1)

    monkeypatch.setattr(Sphinx, "__init__", watched)
    return {"extensions": ["sphinx_repodoc"], "repodoc_pages": "repository"}


def test_pages_leave_no_html_in_their_doctrees(
    make_repo: MakeRepo, kept: dict[str, str], configuration: dict[str, Any]
) -> None:
    root = make_repo({**CONTENTS, "docs/guide.rst": "Guide\n=====\n\n.. raw:: html\n\n   <hr>\n"})
    built = build(root, root.parent / "kept", configuration)
    assert "An amount." in built.body(PAGE)
    assert kept.pop("guide").count("<hr>") >= 1, "what people write stays"
    assert PAGE in kept
    assert set(kept.values()) == {""}


def test_cycles_are_collected_when_much_is_written(
    make_repo: MakeRepo, configuration: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[None] = []
    root = make_repo(CONTENTS)
    monkeypatch.setattr(release, "BYTES", 1)
    monkeypatch.setattr(gc, "collect", lambda: calls.append(None))
    built = build(root, root.parent / "kept", configuration)
    assert len(calls) >= len(built.generated)
