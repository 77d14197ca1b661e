"""What the finders of a Python file share: its tree, scopes, names, classes and lines."""

from dataclasses import dataclass

from sphinx_repodoc.analyse.languages.python.ancestry import Ancestry, find_ancestry
from sphinx_repodoc.analyse.languages.python.imports import PlacedImport, find_imports
from sphinx_repodoc.analyse.languages.python.layout import Layout, find_layout
from sphinx_repodoc.analyse.languages.python.names import Names
from sphinx_repodoc.analyse.languages.python.scopes import Scopes, find_scopes
from sphinx_repodoc.analyse.parser import SyntaxTree


@dataclass(frozen=True, slots=True)
class Reading:
    """A Python file as far as every finder needs it."""

    tree: SyntaxTree
    layout: Layout
    scopes: Scopes
    imports: tuple[PlacedImport, ...]
    names: Names
    ancestry: Ancestry


def read_tree(text: str, tree: SyntaxTree) -> Reading:
    """Find the scopes, the names that hold in each, and what the classes derive from."""
    scopes = find_scopes(tree)
    imports = tuple(find_imports(tree, scopes))
    names = Names(tree, scopes, imports)
    ancestry = find_ancestry(scopes, names)
    return Reading(tree, find_layout(text, tree), scopes, imports, names, ancestry)
