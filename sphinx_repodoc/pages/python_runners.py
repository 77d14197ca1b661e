"""What runs the tests of a Python module, and one of them alone."""

from pathlib import PurePosixPath
from typing import NamedTuple

from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.paths import to_shell
from sphinx_repodoc.model.relations import Dependency, Suite
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.tasks import enter

PYTEST = {"pytest.ini": "", "pyproject.toml": "tool.pytest.ini_options", "tox.ini": "pytest"}
"""Files that pytest reads its configuration from, and the key that it looks for."""

HAND_OVER = "execute_from_command_line"
"""What a ``manage.py`` calls."""


class Runner(NamedTuple):
    """What runs the tests of a Python module."""

    line: str
    separator: str
    """What stands before and between the parts of the name of a case."""
    proof: tuple[Place, ...]


def find_runner(survey: Survey, path: PurePosixPath, suite: Suite) -> Runner | None:
    """Return what surely runs the tests of a module; None if nothing does."""
    line = Place(path, Span(suite.line, suite.line))
    configured = _find_configuration(survey, path)
    if suite.framework == "pytest":
        proof = find_pytest(survey, path, suite)
        return Runner(f"python -m pytest {to_shell(path)}", "::", (proof,)) if proof else None
    if module := _find_unittest(survey, path, suite):
        return Runner(f"python -m unittest {module}", ".", (line,))
    if suite.is_django and not configured:
        return _find_django(survey, path, line)
    return None


def find_pytest(survey: Survey, path: PurePosixPath, suite: Suite) -> Place | None:
    """Return what asks for pytest: the import in a test module, or the nearest configuration."""
    if suite.line:
        return Place(path, Span(suite.line, suite.line))
    return _find_configuration(survey, path)


def starts_from_root(dependency: Dependency) -> bool:
    """Whether an import finds a module below a folder of the root, which a script's own is not."""
    path, parts = dependency.path, tuple(dependency.statement.module.split("."))
    return path is not None and path.with_suffix("").parts[: len(parts)] == parts


def _find_configuration(survey: Survey, path: PurePosixPath) -> Place | None:
    """Return the nearest configuration of pytest."""
    for folder in path.parents:
        for name, key in PYTEST.items():
            if folder / name in survey.files:
                outline = survey.facts.get(folder / name, Facts()).outline
                found = next((entry for entry in outline if entry.text == key), None)
                if found or not key:
                    return Place(folder / name, found.span if found else None)
        if folder / "conftest.py" in survey.files:
            return Place(folder / "conftest.py")
    return None


def _find_django(survey: Survey, path: PurePosixPath, line: Place) -> Runner | None:
    """Return what runs tests by the nearest ``manage.py`` that hands over to Django."""
    for home in path.parents:
        module = path.relative_to(home).with_suffix("").parts
        for statement in survey.facts.get(home / "manage.py", Facts()).imports:
            taken = (name for name in statement.names if name.name == HAND_OVER)
            if statement.module == "django.core.management" and (name := next(taken, None)):
                if not all(part.isidentifier() for part in module):
                    return None
                proof = Place(home / "manage.py", Span(name.line, name.line))
                run = enter(home, f"python manage.py test {'.'.join(module)}")
                return Runner(run, ".", (line, proof))
    return None


def _find_unittest(survey: Survey, path: PurePosixPath, suite: Suite) -> str:
    """Return what unittest calls a module from the root; empty if its imports start elsewhere."""
    parts = path.with_suffix("").parts
    own = [each for each in survey.dependencies.get(path, ()) if each.path]
    is_importable = all(part.isidentifier() for part in parts) and suite.is_plain
    starts = all(each.statement.level or starts_from_root(each) for each in own)
    return ".".join(parts) if is_importable and starts else ""
