"""Go."""

from collections.abc import Iterator

from sphinx_repodoc.analyse.syntax.language import Syntax, query_file
from sphinx_repodoc.analyse.syntax.uses import Naming
from sphinx_repodoc.model.facts import ImportStatement


def is_exported(_prefix: str, name: str) -> bool:
    """Whether a name is exported: its first letter is a capital."""
    return name[:1].isupper()


def read_import(statement: ImportStatement) -> Iterator[tuple[str, str]]:
    """Say what an import binds: the last part of its path, as packages are called by custom."""
    *parts, last = statement.module.split("/")
    is_version = last[:1] == "v" and last[1:].isdecimal() and parts
    yield statement.alias or (parts[-1] if is_version else last), f"{statement.module}:"


NAMING = Naming(
    names=frozenset({"identifier", "package_identifier"}),
    fields={"selector_expression": "operand", "qualified_type": "package"},
    passed=frozenset({"import_spec", "literal_element"}),
    members={"selector_expression": "field", "qualified_type": "name"},
    read_import=read_import,
)

SYNTAX = Syntax(
    binds_last=True,
    module="tree_sitter_go",
    queries=(query_file("go.scm"),),
    trailing=("//", "/*"),
    convention="beginning with a capital letter",
    is_public=is_exported,
    naming=NAMING,
    is_exact=True,
)
