"""What the section Keyword Index says."""

from collections import defaultdict
from pathlib import PurePosixPath

from sphinx_repodoc.model.facts import Facts, Finding, OutlineKind, Symbol
from sphinx_repodoc.model.pages import Keyword, KeywordGroup, Keywords
from sphinx_repodoc.model.relations import RelationKind
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.pages.names import links_of
from sphinx_repodoc.pages.structure import find_overview

PLURALS = {
    "class": "Classes",
    "constant": "Constants",
    "function": "Functions",
    "heading": "Headings",
    "import": "Imports",
    "method": "Methods",
    "property": "Properties",
    "type alias": "Type aliases",
}
"""Kinds whose plural is not the kind and an s, or which should stand here by name."""


def find_keywords(survey: Survey, path: PurePosixPath) -> Keywords | None:
    """List the names of a page by kind, each with its line and the sections that speak of it."""
    facts = survey.facts.get(path, Facts())
    overview = find_overview(survey, path)
    public = {symbol.name for symbol in overview.public} if overview else set()
    groups: dict[str, list[Keyword]] = defaultdict(list)
    for symbol in facts.symbols:
        sections = _sections_of(survey, path, symbol, is_public=symbol.qualified_name in public)
        keyword = Keyword(
            symbol.name, symbol.span.line, symbol.qualified_name, symbol.anchor, None, sections
        )
        groups[symbol.kind].append(keyword)
    for entry in facts.outline:
        if entry.kind is OutlineKind.HEADING and entry.text:
            keyword = Keyword(entry.text, entry.span.line, "", "", None, ("source", "structure"))
            groups["heading"].append(keyword)
    groups["import"].extend(_imports(survey, path))
    listed = tuple(
        KeywordGroup(PLURALS.get(kind, f"{kind.capitalize()}s"), _by_name(keywords))
        for kind, keywords in groups.items()
        if keywords
    )
    return Keywords(path, listed) if listed else None


def _by_name(keywords: list[Keyword]) -> tuple[Keyword, ...]:
    return tuple(sorted(keywords, key=lambda k: (k.name.casefold(), k.name, k.line)))


def _imports(survey: Survey, path: PurePosixPath) -> list[Keyword]:
    sections = ("source", "dependencies")
    keywords: dict[tuple[str, int], Keyword] = {}
    for dependency in survey.dependencies.get(path, ()):
        statement = dependency.statement
        lines = {imported.name: imported.line for imported in statement.names}
        known = {link.name: link for _, link in links_of(dependency)}
        for name in lines or {statement.module: statement.line}:
            line = lines.get(name, statement.line)
            shown = f"{statement.dotted}.*" if name == "*" else name
            keywords[shown, line] = Keyword(shown, line, "", "", known.get(name), sections)
    return list(keywords.values())


def _sections_of(
    survey: Survey, path: PurePosixPath, symbol: Symbol, *, is_public: bool
) -> tuple[str, ...]:
    """Return the names of the sections that speak of a symbol."""
    sections = ["source", "structure"]
    if is_public:
        sections.insert(1, "overview")
    suite = survey.suites.get(path)
    facts = survey.facts[path]
    sections += [f.section for f in facts.findings if _concerns(f, symbol, facts)]
    if suite and any(case.span == symbol.span for case in (*suite.cases, *suite.fixtures)):
        sections.append("testing")
    if not symbol.parent and any(
        symbol.name in relation.names
        for relation in survey.relations.get(path, ())
        if relation.kind is RelationKind.IMPORTED_BY
    ):
        sections.append("dependencies")
    return tuple(dict.fromkeys(sections))


def _concerns(finding: Finding, symbol: Symbol, facts: Facts) -> bool:
    """Whether a finding, maybe in the decorators, is of a symbol and not of its namesakes."""
    if finding.subject != symbol.qualified_name:
        return False
    same = (s for s in facts.symbols if s.qualified_name == finding.subject)
    return next((s for s in same if finding.span.end_line <= s.span.end_line), None) is symbol
