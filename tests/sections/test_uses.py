"""Who uses a symbol, as its entry says it."""

from pathlib import PurePosixPath

from sphinx_repodoc.model.facts import Symbol
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.pages import Structure
from sphinx_repodoc.model.uses import SymbolUses, Usage
from sphinx_repodoc.sections.content import BulletList, Details, Reference
from sphinx_repodoc.sections.links import Links
from sphinx_repodoc.sections.structure import outline
from sphinx_repodoc.sections.uses import FILES, LINES
from tests.sections.content_text import find, plain

OWN, OTHER = PurePosixPath("pkg/a.py"), PurePosixPath("b.py")


def show(links: Links, *usages: Usage) -> BulletList:
    symbols = (Symbol("f", "f", "function", Span(1, 2)), Symbol("g", "g", "function", Span(3, 4)))
    uses = (SymbolUses("f", 1, usages),)
    (tree,) = outline(Structure(OWN, (), symbols, (), (), (), "", uses=uses), links)
    assert isinstance(tree, BulletList)
    assert "sed in" not in plain(tree.items[1][0])
    return tree


def test_few_users_stand_on_the_line_of_the_symbol(links: Links) -> None:
    tree = show(links, Usage(OTHER, tuple(range(5, 15))), Usage(OWN, (7,)))
    assert plain(tree.items[0][0]).endswith(
        " Used in: this file, line 7; b.py, lines 5, 6, 7, 8, 9, 10, 11, 12 and 2 more."
    )
    assert Reference("#L7", "7") in find(tree.items[0], Reference)


def test_many_users_can_be_opened_and_what_is_left_out_is_counted(links: Links) -> None:
    usages = [Usage(PurePosixPath(f"{n:03}.py"), tuple(range(1, LINES + 1))) for n in range(FILES)]
    tree = show(links, *usages, Usage(PurePosixPath("z.py"), (1,)))
    _, details = tree.items[0]
    assert isinstance(details, Details)
    assert plain(details).startswith(f"Used in {FILES + 1} files")
    assert plain(details).endswith("and 1 more file")
    assert "more." not in plain(details)
