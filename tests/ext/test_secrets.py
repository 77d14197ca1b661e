"""Secrets in a repository: told where they are, and in nothing that a build writes."""

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sphinx.errors import ExtensionError

from tests.ext.conftest import MakeProject
from tests.secrets import SECRETS

PLAIN = {kind: found for kind, found in SECRETS.items() if "\n" not in found[1]}
KEY = SECRETS["stripe-access-token"][1]
PEM = SECRETS["private-key"][1]
OTHER = SECRETS["stripe-access-token"][1][:8] + SECRETS["npm-access-token"][1][4:28]
"""One that only a report tells."""

SEEDED = {
    "app/settings.py": f'"""Pays with {KEY}."""\n\n'
    + "".join(
        f"#: {line.format(value)}\nNO_{number} = {line.format(value)!r}\n"
        for number, (line, value) in enumerate(PLAIN.values())
    )
    + f'\n\ndef pay(key: str = "{KEY}") -> None:\n    """Send {KEY}."""\n',
    "README.md": f"# Shop\n\n`{KEY}`, [site](https://shop.net/?key={KEY})\n\n![plan](plan.svg)\n",
    "plan.svg": f'<svg xmlns="http://www.w3.org/2000/svg"><!-- {KEY} --><text>{KEY}</text></svg>\n',
    "notes.md": f"# About {KEY}\n\n| {KEY} |\n|---|\n",
    "notes.unknown": "".join(f"{line.format(value)}\n" for line, value in SECRETS.values()),
    "package.json": f'{{"scripts": {{"pay": "curl {KEY}"}}, "dependencies": {{"{KEY}": "1"}}}}\n',
    "Makefile": f"pay-{KEY}:\n\tpay {KEY}\n",
    "compose.yaml": f"services:\n  shop:\n    image: {KEY}\n",
    "shop.html": f'<title>{KEY}</title><a href="{KEY}">x</a>\n',
    "shop.c": f"/* {KEY} */\n#define PAY_{KEY}\nint pay_{KEY};\n",
    "id_rsa": f"{PEM}\n",
    "cells.ipynb": json.dumps({
        "cells": [{
            "cell_type": "code",
            "metadata": {},
            "source": [f"key = '{KEY}'\n"],
            "outputs": [{"output_type": "stream", "name": "stdout", "text": [KEY]}],
        }],
        "metadata": {},
        "nbformat": 4,
        "nbformat_minor": 5,
    }),
    "keys.csv": f"name,{KEY}\nshop,{KEY}\n",
    "packed.js": f"{'function a(){};' * 99}var key='{KEY}';{'function b(){};' * 99}\n",
    "tool.py": f"""import argparse
parser = argparse.ArgumentParser(description="{KEY}")
parser.add_argument("--key", default="{KEY}", help="{KEY}")
eval("{KEY}")
""",
}  # fmt: skip

REPORT = json.dumps({"version": "2.1.0", "runs": [{
    "tool": {"driver": {"name": "T", "rules": [{"id": "r", "helpUri": f"https://x/{KEY}"}]}},
    "results": [{
        "ruleId": "r",
        "message": {"text": f"{KEY} is '{KEY[:9]} ... {KEY[-9:]}', not {OTHER}"},
        "locations": [{"physicalLocation": {
            "artifactLocation": {"uri": "tool.py"}, "region": {"startLine": 4},
        }}],
    }],
}]})  # fmt: skip


def written(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield what is in each file below a folder, and in each that is packed in one."""
    for path in folder.rglob("*"):
        if path.is_file():
            yield str(path), path.read_bytes()
        if path.suffix == ".epub":
            with zipfile.ZipFile(path) as packed:
                yield from ((name, packed.read(name)) for name in packed.namelist())


@pytest.mark.filterwarnings("ignore:'sphinxcontrib.serializinghtml")
def test_no_secret_is_in_any_file_that_a_build_writes(make_project: MakeProject) -> None:
    project = make_project(
        {**SEEDED, "shop.sarif": REPORT},
        repodoc_pages="repository",
        repodoc_reports=["shop.sarif"],
        repodoc_exclude=["shop.sarif"],
        html_theme="alabaster",
    )
    builders = ("html", "json", "xml", "latex", "text", "epub")
    builds = {builder: project.build(builder) for builder in builders}
    # The longest run of letters: markup may escape what is between
    runs = {max(re.findall(r"[^\W_]+", value), key=len) for _, value in SECRETS.values()}
    runs |= {*PEM.split("\n")[1:-1], OTHER[8:], KEY[:9], KEY[-9:]}
    marks = [run.encode() for run in sorted(runs)]
    files = list(written(project.root / "docs"))
    assert len(files) > 300
    assert [(name, mark) for name, content in files for mark in marks if mark in content] == []
    warnings = "".join(builds["html"].warnings)
    for path, text in SEEDED.items():
        for number, line in enumerate(text.split("\n"), 1):
            for kind, (_, value) in PLAIN.items():
                if value in line:
                    assert (
                        f"/{path}:{number}: WARNING: this has the form of a secret" in warnings
                    ), kind
    assert "/id_rsa:1: WARNING: this has the form of a secret (private-key)" in warnings
    assert "stripe-access-token" in builds["html"].text("repository/app/settings.py")
    assert "its value is withheld" in builds["html"].text("repository/id_rsa")


def test_what_is_said_of_secrets_is_a_setting(make_project: MakeProject) -> None:
    project = make_project({"a.py": f'"""{KEY}"""\n'}, repodoc_pages="repository")
    with pytest.raises(ExtensionError, match=r"there are secrets: a\.py:1$"):
        project.build(repodoc_secrets="fail")
    shown = project.build(repodoc_redact=False)
    assert KEY in shown.text("repository/a.py")
    assert "its value is shown" in shown.text("repository/a.py")
    withheld = project.build()
    assert KEY not in withheld.text("repository/a.py")
    assert project.build().warnings == []
