"""Small repositories, analysed."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import TypeAlias

import pytest

from sphinx_repodoc.analyse.facts import find_facts
from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.files import FileKind, SourceFile

Repository: TypeAlias = tuple[dict[PurePosixPath, SourceFile], dict[PurePosixPath, Facts]]
"""Files and facts."""

Analyse = Callable[[Mapping[str, str]], Repository]

LANGUAGES = {".py": "Python", ".pyi": "Python", ".md": "Markdown", ".rst": "reStructuredText"}


@pytest.fixture
def analyse() -> Analyse:
    """Turn a dict of path to text into the files of a repository and their facts."""

    def analyse(tree: Mapping[str, str]) -> Repository:
        texts = {PurePosixPath(name): text for name, text in sorted(tree.items())}
        languages = {path: LANGUAGES.get(path.suffix, "") for path in texts}
        files = {
            path: SourceFile(path, FileKind.TEXT, language=language)
            for path, language in languages.items()
        }
        found = {path: find_facts(text, languages[path]) for path, text in texts.items()}
        return files, {path: facts for path, facts in found.items() if facts}

    return analyse
