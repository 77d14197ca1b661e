"""Pin each runtime dependency to its floor: ``python tests/lowest.py CONSTRAINTS``."""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement

PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"


def find_floors(pyproject: str) -> Iterator[str]:
    """Give ``name==version`` for each dependency that has a lower bound."""
    project = tomllib.loads(pyproject)["project"]
    extra = project.get("optional-dependencies", {}).get("languages", ())
    for line in (*project["dependencies"], *extra):
        requirement = Requirement(line)
        for bound in requirement.specifier:
            if bound.operator == ">=":
                yield f"{requirement.name}=={bound.version}"


if __name__ == "__main__":
    floors = find_floors(PYPROJECT.read_text(encoding="utf-8"))
    Path(sys.argv[1]).write_text("\n".join(floors) + "\n", encoding="utf-8")
