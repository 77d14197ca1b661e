"""SQL, in whatever dialect: what the grammar does not know of one is left out."""

import re

from sphinx_repodoc.analyse.syntax.language import Syntax, query_file

BRACKETED = re.compile(r"(?<![\w\])`\"'])\[([A-Za-z_][^\]\[`\n]*)\]")
"""A name as Transact-SQL quotes it; what follows a name is an index."""

BATCH = re.compile(r"^(?:GO|go|Go)(?=[ \t]*(?:\d+[ \t]*)?;?[ \t]*$)", re.MULTILINE)
"""The line that ends a batch in scripts for SQL Server."""

DELIMITED = re.compile(
    r"^(DELIMITER[ \t]+(\S+)[^\n]*)(.*?)(?=^DELIMITER\b|\Z)",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
"""What stands after a line by which MySQL's client ends statements otherwise."""


def prepare(text: str) -> str:
    """Write names as other dialects do, and take out commands for clients."""
    return DELIMITED.sub(_end_statements, BATCH.sub("; ", BRACKETED.sub(r"`\1`", text)))


def _end_statements(match: re.Match[str]) -> str:
    command, sign, statements = match.groups()
    if sign != ";":
        ending = re.compile(re.escape(sign) + r"(?=[ \t]*$)", re.MULTILINE)
        statements = ending.sub(";".ljust(len(sign.encode())), statements)
    return " " * len(command.encode()) + statements


SYNTAX = Syntax(
    module="tree_sitter_sql",
    queries=(query_file("sql.scm"),),
    trailing=("--", "#", "/*"),
    separators=(),
    functions=frozenset({"function", "procedure", "trigger"}),
    local=frozenset({"table", "column", "view", "index", "type", "sequence"}),
    prepare=prepare,
)
