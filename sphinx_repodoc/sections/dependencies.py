"""Dependencies."""

from collections.abc import Sequence

from sphinx_repodoc.model.facts import ImportContext, ImportedName, ImportStatement
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.pages import Dependencies
from sphinx_repodoc.model.relations import Dependency, Origin, Relation, Target
from sphinx_repodoc.sections.content import Block, Inline
from sphinx_repodoc.sections.links import Links, literal
from sphinx_repodoc.sections.lists import bullets, definitions, joined

HEADINGS = {
    Origin.REPOSITORY: "This repository",
    Origin.STANDARD_LIBRARY: "Standard library",
    Origin.THIRD_PARTY: "Third party",
    Origin.UNRESOLVED: "Packages of this repository, but no one file found",
}
"""What each group of imports is called, in order."""

CONTEXTS = {
    ImportContext.MODULE: "",
    ImportContext.CONDITIONAL: "conditional",
    ImportContext.TYPE_CHECKING: "for type checking only",
    ImportContext.FUNCTION: "when called",
    ImportContext.DYNAMIC: "by a call",
    ImportContext.LAZY: "when first used",
}
"""When an import takes effect, as said after it."""


def outline(dependencies: Dependencies, links: Links) -> list[Block]:
    """List what the file imports, by where that comes from, and who imports it."""
    rows = []
    for origin, heading in HEADINGS.items():
        group = [d for d in dependencies.imports if d.origin is origin]
        if group:
            rows.append(([heading], [bullets(_import(d, links) for d in group)]))
    if dependencies.importers:
        importers = bullets(relation_line(r, links) for r in dependencies.importers)
        rows.append((["Imported by"], [importers]))
    return [definitions(rows)]


def relation_line(relation: Relation, links: Links) -> list[Inline]:
    """Write the other file of a relation, the names it takes, and the line that says so."""
    pieces: list[Inline] = [links.file(relation.target)]
    if relation.names:
        pieces += [": ", *joined(literal(name) for name in relation.names)]
    if relation.line:
        pieces += [" (", links.witness(relation), ")"]
    return pieces


def _import(dependency: Dependency, links: Links) -> list[Inline]:
    statement = dependency.statement
    pieces: list[Inline] = [_module(dependency, links)]
    if statement.names:
        targets = {target.name: target for target in dependency.targets}
        pieces += [": ", *joined(_name(n, dependency, targets, links) for n in statement.names)]
    if statement.alias:
        pieces += [" as ", literal(statement.alias)]
    pieces += [" (", *joined(_remarks(statement, links)), ")"]
    return pieces


def _module(dependency: Dependency, links: Links) -> Inline:
    dotted = dependency.statement.dotted
    if dependency.path:
        return links.file(dependency.path, dotted)
    is_outside = dependency.origin in {Origin.STANDARD_LIBRARY, Origin.THIRD_PARTY}
    return links.foreign(dotted) if is_outside else literal(dotted)


def _name(
    imported: ImportedName, dependency: Dependency, targets: dict[str, Target], links: Links
) -> Inline:
    alias = f" as {imported.alias}" if imported.alias else ""
    shown = imported.name + alias
    if target := targets.get(imported.name):
        if target.symbol:
            return links.symbol(target.path, target.symbol, shown)
        return links.file(target.path, shown)
    if dependency.origin in {Origin.STANDARD_LIBRARY, Origin.THIRD_PARTY} and imported.name != "*":
        return links.foreign(f"{dependency.statement.module}.{imported.name}", shown)
    return literal(shown)


def _remarks(statement: ImportStatement, links: Links) -> Sequence[Inline]:
    """Say on which lines an import stands and when it acts."""
    lines = sorted({statement.line, *(name.line for name in statement.names)})
    span = Span(lines[0], lines[-1])
    remarks: list[Inline] = [links.lines(span)]
    if when := CONTEXTS[statement.context]:
        remarks.append(when)
    if statement.scope:
        remarks += [f"in {statement.scope}"]
    return remarks
