"""What the section Keyword Index says."""

from collections import defaultdict
from pathlib import PurePosixPath

from sphinx_repodoc.model.facts import Facts, OutlineKind, Symbol
from sphinx_repodoc.model.findings import Finding
from sphinx_repodoc.model.pages import Keyword, KeywordGroup, Keywords
from sphinx_repodoc.model.relations import RelationKind
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.model.words import plural
from sphinx_repodoc.pages.names import links_of
from sphinx_repodoc.pages.structure import find_overview


def find_keywords(survey: Survey, path: PurePosixPath) -> Keywords | None:
    """List the names of a page by kind, each with its line and the sections that speak of it."""
    facts = survey.facts.get(path, Facts())
    speakers = _Speakers(survey, path, facts)
    groups: dict[str, list[Keyword]] = defaultdict(list)
    for symbol in facts.symbols:
        sections = speakers.sections_of(symbol)
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
        KeywordGroup(plural(kind.capitalize()), _by_name(keywords))
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


class _Speakers:
    """What each section of a file's page speaks of, gathered once for all its symbols."""

    def __init__(self, survey: Survey, path: PurePosixPath, facts: Facts) -> None:
        overview = find_overview(survey, path)
        self.public = {symbol.name for symbol in overview.public} if overview else set()
        self.findings: dict[str, list[Finding]] = defaultdict(list)
        for finding in facts.findings:
            self.findings[finding.subject].append(finding)
        self.same: dict[str, list[Symbol]] = defaultdict(list)
        for symbol in facts.symbols:
            self.same[symbol.qualified_name].append(symbol)
        suite = survey.suites.get(path)
        self.tested = {case.span for case in suite.cases} if suite else set()
        self.tested |= {fixture.span for fixture in suite.fixtures} if suite else set()
        self.taken = {
            name
            for relation in survey.relations.get(path, ())
            if relation.kind is RelationKind.IMPORTED_BY
            for name in relation.names
        }

    def sections_of(self, symbol: Symbol) -> tuple[str, ...]:
        """Return the names of the sections that speak of a symbol."""
        is_public = symbol.qualified_name in self.public
        sections = ["source", "overview", "structure"] if is_public else ["source", "structure"]
        findings = self.findings.get(symbol.qualified_name, ())
        sections += [f.section for f in findings if self._concerns(f, symbol)]
        if symbol.span in self.tested:
            sections.append("testing")
        if not symbol.parent and symbol.name in self.taken:
            sections.append("dependencies")
        return tuple(dict.fromkeys(sections))

    def _concerns(self, finding: Finding, symbol: Symbol) -> bool:
        """Whether a finding, maybe in the decorators, is of a symbol and not of its namesakes."""
        same = self.same[symbol.qualified_name]
        return next((s for s in same if finding.span.end_line <= s.span.end_line), None) is symbol
