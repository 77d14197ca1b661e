"""A small repository, and what reports say of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from sphinx_repodoc.model.reported import Reported
from sphinx_repodoc.reports.read import read_reports
from sphinx_repodoc.scan.files import read_content, scan
from tests.conftest import MakeRepo

CASES = Path(__file__).parent / "cases"
SHOP = {f"shop/{file.name}": file.read_bytes() for file in (CASES / "shop").iterdir()}

Read = Callable[..., Reported]


@pytest.fixture
def read(make_repo: MakeRepo) -> Read:
    """Read reports, by path, on the shop and more files."""

    def read(reports: dict[str, str | bytes], **more: str | bytes) -> Reported:
        files = {name.replace("__", "/") + ".py": text for name, text in more.items()}
        root = make_repo({**SHOP, "shop/a b.py": "x = 1\ny = 2\nz = 3\n", **files}, git=False)
        for name, content in reports.items():
            text = content.encode() if isinstance(content, str) else content
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(text.replace(b"/repo", str(root).encode()))
        return read_reports(root, reports, scan(root).files, partial(read_content, root))

    return read
