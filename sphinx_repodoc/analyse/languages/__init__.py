"""The languages that files are analysed in: one table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from sphinx_repodoc.analyse import declarations, markup
from sphinx_repodoc.analyse.languages import python
from sphinx_repodoc.model.facts import Facts


@dataclass(frozen=True, slots=True)
class Language:
    """A language, by the name of its Pygments lexer, and how its files are analysed."""

    name: str
    find_facts: Callable[[str], Facts]
    """Takes a text in this language."""
    distributions: tuple[str, ...] = ()
    """Whose versions decide what is found."""


LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {
        language.name: language
        for language in (
            Language("INI", declarations.find_in_ini),
            Language("JSON", declarations.find_in_json),
            Language(
                "Markdown",
                partial(markup.find_facts, language="Markdown"),
                ("markdown-it-py", "mdit-py-plugins", "myst-parser"),
            ),
            Language("TOML", declarations.find_in_toml),
            Language("YAML", declarations.find_in_yaml, ("pyyaml",)),
            Language("Python", python.find_facts, ("tree-sitter", "tree-sitter-python")),
            Language(
                "reStructuredText",
                partial(markup.find_facts, language="reStructuredText"),
                ("docutils",),
            ),
        )
    }
)
"""The languages whose files are analysed, by name."""
