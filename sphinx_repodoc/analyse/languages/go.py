"""Go."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sphinx_repodoc.analyse.syntax.language import Syntax, query_file
from sphinx_repodoc.analyse.syntax.reading import Reading
from sphinx_repodoc.analyse.syntax.uses import Naming
from sphinx_repodoc.model.facts import Declaration, DeclarationKind, Facts, ImportStatement

NEW = re.compile(r"//go:build\s+(.*\S)")
"""A line that says when a file is part of a build."""

OLD = re.compile(r"//\s*\+build\s+(.*\S)")
"""One in the form that was in use before Go 1.17; all of them must hold."""


def is_exported(_prefix: str, name: str) -> bool:
    """Whether a name is exported: its first letter is a capital."""
    return name[:1].isupper()


def read_import(statement: ImportStatement) -> Iterator[tuple[str, str]]:
    """Say what an import binds: the last part of its path, as packages are called by custom."""
    *parts, last = statement.module.split("/")
    is_version = last[:1] == "v" and last[1:].isdecimal() and parts
    yield statement.alias or (parts[-1] if is_version else last), f"{statement.module}:"


def add_constraint(facts: Facts, reading: Reading) -> Facts:
    """Declare the build constraint, which stands in the comments before the package clause."""
    clauses = (node for node in reading.root.children if node.type == "package_clause")
    row = next((clause.start_point[0] for clause in clauses), 0)
    lines = [line.decode(errors="replace").strip() for line in reading.text.lines[:row]]
    for form in (NEW, OLD):
        found = [
            (number, match[1])
            for number, match in enumerate(map(form.fullmatch, lines), 1)
            if match
        ]
        if found:
            value = " and ".join(text for _, text in found)
            constraint = Declaration(DeclarationKind.CONSTRAINT, "", value, found[0][0])
            return replace(facts, declarations=(constraint,))
    return facts


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
    complete=add_constraint,
    is_exact=True,
)
