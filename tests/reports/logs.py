"""Logs in SARIF, and the findings that come of them."""

import json
from pathlib import PurePosixPath
from typing import Any

from sphinx_repodoc.model.findings import Finding
from sphinx_repodoc.model.reported import Reported

RUN = PurePosixPath("shop/run.py")


def one(said: Reported, rule: str) -> Finding:
    (finding,) = [f for found in said.findings.values() for f in found if f.rule == rule]
    return finding


def log(*results: dict[str, Any], **run: Any) -> str:
    tool = run.pop("tool", {"driver": {"name": "T"}})
    return json.dumps({"version": "2.1.0", "runs": [{"tool": tool, "results": results, **run}]})


def at(uri: str, line: int = 1, **region: Any) -> dict[str, Any]:
    region = {"startLine": line, **region} if line else region
    place = {"artifactLocation": {"uri": uri}, "region": region}
    return {"ruleId": "r", "message": {"text": "m"}, "locations": [{"physicalLocation": place}]}
