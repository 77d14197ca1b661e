"""Diagrams, where the project can draw them."""

import shutil
from collections.abc import Iterable

from sphinx.config import Config

from sphinx_repodoc.sections.content import Block, Diagram

EXTENSION = "sphinx.ext.graphviz"


def without_undrawable(blocks: Iterable[Block], config: Config) -> list[Block]:
    """Leave out diagrams unless the project has Graphviz: lists say the same beside them."""
    found = list(blocks)
    if not any(isinstance(block, Diagram) for block in found) or _can_draw(config):
        return found
    return [block for block in found if not isinstance(block, Diagram)]


def _can_draw(config: Config) -> bool:
    return EXTENSION in config.extensions and shutil.which(config.graphviz_dot) is not None
