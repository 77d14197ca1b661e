"""Small repositories, surveyed."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.survey import Request, survey_repository
from tests.conftest import MakeRepo

SurveyTree = Callable[..., Survey]


def survey_root(root: Path, **wishes: Any) -> Survey:
    """Survey the repository at `root`."""
    return survey_repository(Request(root, **wishes), lambda _done, _total: None)


@pytest.fixture
def survey_tree(make_repo: MakeRepo) -> SurveyTree:
    """Turn a dict of path to content into a repository, and survey that."""

    def survey_tree(tree: Mapping[str, str | bytes], **wishes: Any) -> Survey:
        return survey_root(make_repo(tree), **wishes)

    return survey_tree
