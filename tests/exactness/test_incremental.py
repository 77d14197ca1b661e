"""After any edits an incremental build equals a clean one, and reads only what changed."""

import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from tests.exactness.builds import Outcome, build, copy_sources
from tests.exactness.comparison import Checks
from tests.exactness.edits import (
    BRANCHES,
    DOCUMENTS,
    FILES,
    FOLDERS,
    PAGES,
    Repository,
    content,
    document,
)

SEQUENCES = int(os.environ.get("REPODOC_SEQUENCES", "1"))
"""How many sequences of edits are tried: of so many, always the same."""

IS_RANDOM = "REPODOC_RANDOM" in os.environ
"""Whether they are others each time."""

WORKERS = [1, pytest.param(4, marks=pytest.mark.skipif(sys.platform == "win32", reason="no fork"))]

VALUES: Mapping[str, list[Any]] = {
    "repodoc_pages": ["repository", "api/tree", "api", ""],
    "repodoc_sections": [["metadata", "source"], ["metadata", "structure", "references"]],
    "repodoc_folder_sections": [["contents"], ["overview", "references"]],
    "repodoc_include": [["**"], ["*.py", "docs/"]],
    "repodoc_exclude": [[], ["/pkg/a.py"], ["/pkg/"], ["*.md", "/a.py"]],
    "repodoc_empty": ["omit", "note"],
    "repodoc_folder_notes": [{}, {"pkg": "What matters."}, {".": "All of it."}],
    "repodoc_max_lines": [3, 20_000],
    "repodoc_source_url": ["", "https://example.org/{path}", "https://x.org/{commit}/{path}"],
    "repodoc_toctree": [True, False],
    "repodoc_history": [True, False],
    "repodoc_authors": [True, False],
}


class Editing(RuleBasedStateMachine):
    """Edits a repository, and compares what its builds leave with clean ones."""

    parallel = 1

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="repodoc-"))
        self.repository = Repository.make(self.folder / "edited" / "repo")
        self.configuration: dict[str, Any] = {
            "extensions": ["sphinx_repodoc"],
            "repodoc_pages": "repository",
        }
        self.version = "1"
        self.checks = Checks()
        self.compare()

    @rule(data=st.data(), path=st.sampled_from(FILES), tracked=st.sampled_from([True, True, False]))
    def write(self, data: st.DataObject, path: str, *, tracked: bool) -> None:
        self.repository.write(path, data.draw(content(path)), tracked=tracked)

    @rule(path=st.sampled_from([*FILES, *FOLDERS]))
    def delete(self, path: str) -> None:
        self.repository.delete(path)

    @rule(path=st.sampled_from([*FILES, *FOLDERS]), to=st.sampled_from([*FILES, *FOLDERS]))
    def move(self, path: str, to: str) -> None:
        self.repository.move(path, to)

    @rule(path=st.sampled_from([*FILES, *FOLDERS]))
    def untrack(self, path: str) -> None:
        self.repository.untrack(path)

    @rule(path=st.sampled_from([*FILES, "docs/index.rst"]))
    def touch(self, path: str) -> None:
        self.repository.touch(path)

    @rule()
    def commit(self) -> None:
        self.repository.commit()

    @rule(branch=st.sampled_from(BRANCHES))
    def switch(self, branch: str) -> None:
        self.repository.switch(branch)

    @rule(branch=st.sampled_from(BRANCHES))
    def merge(self, branch: str) -> None:
        self.repository.merge(branch)

    @rule(name=st.sampled_from(sorted(DOCUMENTS)), text=document())
    def write_document(self, name: str, text: str) -> None:
        text = text.replace("FUNCTION", DOCUMENTS[name])
        self.repository.write(f"docs/{name}.rst", text.encode(), tracked=True)

    @rule(name=st.sampled_from(sorted(DOCUMENTS)))
    def delete_document(self, name: str) -> None:
        self.repository.delete(f"docs/{name}.rst")

    @rule(name=st.sampled_from(sorted(PAGES)), text=document())
    def take_page_over(self, name: str, text: str) -> None:
        prefix = self.configuration["repodoc_pages"]
        if prefix:
            page = self.repository.root / "docs" / prefix / f"{name}.rst"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text.replace("FUNCTION", PAGES[name]))

    @rule(name=st.sampled_from(sorted(PAGES)))
    def give_page_back(self, name: str) -> None:
        prefix = self.configuration["repodoc_pages"]
        if prefix:
            (self.repository.root / "docs" / prefix / f"{name}.rst").unlink(missing_ok=True)

    @rule(data=st.data(), name=st.sampled_from(sorted(VALUES)))
    def configure(self, data: st.DataObject, name: str) -> None:
        self.configuration[name] = data.draw(st.sampled_from(VALUES[name]))

    @rule(version=st.sampled_from(["1", "2"]))
    def upgrade(self, version: str) -> None:
        self.version = version

    @rule(name=st.sampled_from(["dirhtml", "text"]))
    def build_otherwise(self, name: str) -> None:
        self.checks.note_other(self.build(builder=name))

    @rule()
    def build_and_be_interrupted(self) -> None:
        self.checks.note_other(self.build(interrupted=True))

    @rule()
    def compare(self) -> None:
        """Build, build anew elsewhere, and compare."""
        built = self.build()
        shutil.rmtree(self.folder / "clean", ignore_errors=True)
        copy_sources(self.repository.root, self.folder / "clean" / "repo")
        clean = self.build(where="clean")
        self.checks.compare(built, clean, (self.configuration.copy(), self.version))

    def build(self, *, where: str = "edited", **options: Any) -> Outcome:
        with mock.patch("sphinx_repodoc.ext.setup.VERSION", self.version):
            return build(
                self.folder / where / "repo",
                self.folder / where / "kept",
                self.configuration,
                parallel=self.parallel,
                **options,
            )

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            try:
                self.compare()
            finally:
                shutil.rmtree(self.folder)


@pytest.mark.parametrize("parallel", WORKERS)
def test_an_incremental_build_equals_a_clean_one(parallel: int) -> None:
    machine = type("Editing", (Editing,), {"parallel": parallel})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=SEQUENCES,
            stateful_step_count=12,
            deadline=None,
            derandomize=not IS_RANDOM,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate],
            database=None,
            report_multiple_bugs=False,
        ),
    )
