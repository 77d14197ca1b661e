"""Small repositories, analysed."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.analyse.facts import find_facts
from sphinx_repodoc.analyse.languages import LANGUAGES
from sphinx_repodoc.model.files import FileKind, SourceFile
from sphinx_repodoc.relate.repository import Repository
from sphinx_repodoc.scan.classify import find_language

Analyse = Callable[..., Repository]


@pytest.fixture
def analyse() -> Analyse:
    """Turn a dict of path to text into a repository, analysed."""

    def analyse(tree: Mapping[str, str], name: str = "") -> Repository:
        texts = {PurePosixPath(name): text for name, text in sorted(tree.items())}
        languages = {path: find_language(path.name, "", text).name for path, text in texts.items()}
        files = {
            path: SourceFile(path, FileKind.TEXT, language=language)
            for path, language in languages.items()
        }
        found = {
            path: find_facts(text, languages[path])
            for path, text in texts.items()
            if languages[path] in LANGUAGES and not LANGUAGES[languages[path]].missing
        }
        return Repository(files, {path: facts for path, facts in found.items() if facts}, name)

    return analyse
