"""The five documents and the module that the old system documented: every figure right."""

import os
from pathlib import Path

import pytest

from tests.html_links import broken_links
from tests.sites import build_site, listing, page, section, sections, words

ORIGINALS = Path(
    os.environ.get("REPODOC_SEEDS", Path(__file__).parents[2] / "shared" / "seeds" / "originals")
)

MODULE = "test/distributed/elastic/metrics/api_test.py"

SIZES = {
    "docs/test/distributed/checkpoint/_experimental/test_checkpoint_writer.py_kw.md": "4,082",
    "docs/test/distributed/elastic/metrics/api_test.py_docs.md": "5,880",
    "docs/test/distributed/elastic/multiprocessing/errors/api_test.py_kw.md": "3,771",
    "docs/test/distributed/elastic/rendezvous/api_test.py_kw.md": "4,737",
    "docs/test/distributed/elastic/rendezvous/c10d_rendezvous_backend_test.py_kw.md": "6,581",
    MODULE: "3,400",
}

pytestmark = pytest.mark.skipif(not ORIGINALS.is_dir(), reason=f"{ORIGINALS} is absent")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the folder as it is."""
    return build_site(ORIGINALS, tmp_path_factory.mktemp("seeds") / "site")


@pytest.mark.parametrize("name", SIZES)
def test_the_size_is_right_to_the_byte_and_the_text_to_the_letter(site: Path, name: str) -> None:
    assert f"Size: {SIZES[name]} bytes" in words(section(site, name, "metadata"))
    assert listing(site, name) == (ORIGINALS / name).read_text("utf-8")


@pytest.mark.parametrize("name", [name for name in SIZES if name != MODULE])
def test_a_document_has_all_sections_that_have_evidence(site: Path, name: str) -> None:
    assert {"metadata", "purpose", "source", "overview", "structure"} <= set(sections(site, name))
    assert {"architecture", "keywords", "references"} <= set(sections(site, name))
    assert not {"patterns", "performance", "security", "testing"} & set(sections(site, name))
    headings = [
        line.lstrip("# ").strip().replace("`", "")
        for line in _outside_fences((ORIGINALS / name).read_text("utf-8"))
        if line.startswith("#")
    ]
    structure = words(section(site, name, "structure"))
    assert [heading for heading in headings if heading not in structure] == []
    assert f"{len(headings)} headings" in words(section(site, name, "overview"))


def test_the_module_has_all_sections_that_have_evidence(site: Path) -> None:
    expected = ["metadata", "purpose", "source", "overview", "structure", "architecture"]
    expected += ["dependencies", "patterns", "testing", "keywords", "references"]
    assert sections(site, MODULE) == expected


def test_the_module_is_counted_right(site: Path) -> None:
    text = words(section(site, MODULE, "overview"))
    assert "1 function, 4 classes and 12 methods" in text


def test_the_methods_stand_under_their_classes(site: Path) -> None:
    entries = section(site, MODULE, "structure").select("ul.repodoc-symbols > li")
    methods = {words(entry).split()[1]: len(entry.select("li")) for entry in entries}
    assert methods == {
        "foo_1()": 0,
        "TestMetricsHandler": 2,
        "Parent": 2,
        "Child": 1,
        "MetricsApiTest": 7,
    }


def test_all_imported_names_have_their_module_and_line(site: Path) -> None:
    text = words(section(site, MODULE, "dependencies"))
    assert "abc (line 9)" in text
    assert "unittest.mock as mock (line 10)" in text
    names = "_get_metric_name, MetricData, MetricHandler, MetricStream, prof"
    assert f"torch.distributed.elastic.metrics.api: {names} (lines 12–17)" in text
    assert "torch.testing._internal.common_utils: run_tests, TestCase (line 19)" in text
    keywords = words(section(site, MODULE, "keywords"))
    for line, name in enumerate(names.split(", "), 13):
        assert f"{name} (line {line})" in keywords


def test_it_is_said_how_to_run_it_and_why(site: Path) -> None:
    testing = words(section(site, MODULE, "testing"))
    assert f"python {MODULE}" in testing
    assert "lines 116–117" in testing
    assert "test_profile" in testing


def test_the_one_abstract_base_class_is_found_for_its_base(site: Path) -> None:
    text = words(section(site, MODULE, "patterns"))
    assert "Parent" in text
    assert "python/abstract-base-class" in text
    assert "performance" not in sections(site, MODULE)


def test_every_link_resolves(site: Path) -> None:
    assert broken_links(site) == []
    assert page(site, "index")


def _outside_fences(text: str) -> list[str]:
    lines, is_inside = [], False
    for line in text.splitlines():
        is_inside ^= line.startswith("```")
        lines.append("" if is_inside else line)
    return lines
