"""Dependencies."""

from collections.abc import Mapping, Sequence

from sphinx_repodoc.model.evidence import NameLink
from sphinx_repodoc.model.facts import ImportedName, ImportStatement
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.import_contexts import ImportContext
from sphinx_repodoc.model.pages import Dependencies
from sphinx_repodoc.model.relations import Dependency, Named, Origin, Relation
from sphinx_repodoc.sections.content import Block, Inline
from sphinx_repodoc.sections.links import Links, literal
from sphinx_repodoc.sections.lists import bullets, definitions, joined

HEADINGS = {
    Origin.REPOSITORY: "This repository",
    Origin.STANDARD_LIBRARY: "Standard library",
    Origin.THIRD_PARTY: "Third party",
    Origin.UNRESOLVED: "No one file found in this repository",
}
"""What each group of imports is called, in order."""

CONTEXTS = {
    ImportContext.MODULE: "",
    ImportContext.CONDITIONAL: "conditional",
    ImportContext.TYPE_CHECKING: "for type checking only",
    ImportContext.FUNCTION: "when called",
    ImportContext.LOCAL: "",
    ImportContext.DYNAMIC: "by a call",
    ImportContext.CALLED: "by a call",
    ImportContext.LAZY: "when first used",
}
"""When an import takes effect, as said after it."""

IMPORTERS = {
    Named.ITSELF: "Imported by",
    Named.PACKAGE: "Its package is imported by",
    Named.MODULE: "Declared as a module by",
    Named.SOURCE: "Taken for a build by",
}
"""What those are called whose imports lead to the file, by what the imports name."""

Names = Mapping[str, NameLink]
"""Where names outside the repository lead."""


def outline(dependencies: Dependencies, links: Links) -> list[Block]:
    """List what the file imports, by where that comes from, and who imports it."""
    rows = []
    names = {link.name: link for link in dependencies.names}
    for origin, heading in HEADINGS.items():
        group = [d for d in dependencies.imports if d.origin is origin]
        if group:
            rows.append(([heading], [bullets(_import(d, names, links) for d in group)]))
    for named, heading in IMPORTERS.items():
        found = [r for r in dependencies.importers if r.named is named]
        if found:
            rows.append(([heading], [bullets(relation_line(r, links) for r in found)]))
    return [definitions(rows)]


def relation_line(relation: Relation, links: Links) -> list[Inline]:
    """Write the other file of a relation, the names it takes, and the line that says so."""
    pieces: list[Inline] = [links.file(relation.target)]
    if relation.names:
        pieces += [": ", *joined(literal(name) for name in relation.names)]
    if relation.line:
        pieces += [" (", links.witness(relation), ")"]
    return pieces


def _import(dependency: Dependency, names: Names, links: Links) -> list[Inline]:
    statement = dependency.statement
    pieces: list[Inline] = [_module(dependency, names, links)]
    if statement.names:
        pieces += [": ", *joined(_name(n, dependency, names, links) for n in statement.names)]
    if statement.alias:
        pieces += [" as ", literal(statement.alias)]
    pieces += [" (", *joined(_remarks(statement, links)), ")"]
    return pieces


def _module(dependency: Dependency, names: Names, links: Links) -> Inline:
    dotted = dependency.statement.dotted
    if dependency.path:
        symbols = [target.symbol for target in dependency.targets if target.path == dependency.path]
        if not dependency.statement.names and len(symbols) == 1:
            return links.symbol(dependency.path, symbols[0], dotted)
        return links.file(dependency.path, dotted)
    if dependency.folder:
        return links.folder(dependency.folder, dotted)
    return links.name(names.get(dotted), dotted)


def _name(imported: ImportedName, dependency: Dependency, names: Names, links: Links) -> Inline:
    targets = {target.name: target for target in dependency.targets}
    alias = f" as {imported.alias}" if imported.alias else ""
    shown = imported.name + alias
    if target := targets.get(imported.name):
        if target.symbol:
            return links.symbol(target.path, target.symbol, shown)
        return links.file(target.path, shown)
    return links.name(names.get(f"{dependency.statement.module}.{imported.name}"), shown)


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
