"""Testing & Usage."""

from collections.abc import Sequence

from sphinx_repodoc.model.evidence import Place
from sphinx_repodoc.model.facts import Symbol, TestCase
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.pages import CaseCommand, Command, Job, Testing
from sphinx_repodoc.model.relations import MANY, Named, Relation, Suite, find_unit
from sphinx_repodoc.model.words import counted
from sphinx_repodoc.sections import coverage
from sphinx_repodoc.sections.command_lines import tables
from sphinx_repodoc.sections.content import Block, Inline, LiteralBlock
from sphinx_repodoc.sections.links import Links, literal
from sphinx_repodoc.sections.lists import bullets, definitions, joined, paragraph

AS_FAR = "directly or through other files, as far as imports could be followed"

USERS = {
    Named.ITSELF: "files with imports that lead to it",
    Named.PACKAGE: "files that import its package",
    Named.MODULE: "files that declare it as a module",
    Named.SOURCE: "files that take it for a build",
}
"""What those are called that use the file, by what their imports name."""

Row = tuple[list[Inline], list[Block]]


def outline(testing: Testing, links: Links) -> list[Block]:
    """Say how the file is tested or tests, how to run it, and who uses it."""
    rows: list[Row] = []
    rows += _commands("Run the tests with", testing.test_commands, links)
    if testing.suite:
        rows += _case_command(testing.case_command, testing.suite.cases, links)
        rows += _cases(testing.case_command, testing.suite, links)
        rows += _symbols("Fixtures", testing.suite.fixtures, links)
    rows += _relations("Imports that lead to files that are no tests", testing.tests, links)
    rows += _relations("Tests with imports that lead to it", testing.tested_by, links)
    rows += _reach(testing, links)
    if testing.coverage:
        rows.append((["Lines run"], coverage.outline_file(testing.coverage, links)))
    rows += _commands("Run it with", testing.commands, links)
    rows += _naming("Tasks that name it in a command", testing.tasks, links)
    rows += _naming("Jobs of the forge that name it in a command", testing.jobs, links)
    if testing.command_lines:
        rows.append((["Command line"], tables(testing.command_lines, links)))
    for named, heading in USERS.items():
        users = [relation for relation in testing.users if relation.named is named]
        is_rest = testing.tested_by and named is Named.ITSELF
        rows += _relations(f"Other {heading}" if is_rest else heading.capitalize(), users, links)
    return [definitions(rows)]


def _commands(heading: str, commands: Sequence[Command], links: Links) -> list[Row]:
    content: list[Block] = []
    for command in commands:
        content.append(LiteralBlock(command.line, "console"))
        proof = joined(links.place(place) for place in command.evidence)
        content.append(paragraph(f"{command.condition}; proven by ", *proof, "."))
    return [([heading], content)] if content else []


def _case_command(runs: CaseCommand | None, cases: Sequence[TestCase], links: Links) -> list[Row]:
    """Say how one case is run, once, and what to put into that for another."""
    if not runs:
        return []
    rows = _commands("Run one case with", [runs.command], links)
    if sum(map(bool, runs.names)) > 1:
        has_lines = all(str(c.span.line) == n for c, n in zip(cases, runs.names, strict=True) if n)
        what = "line" if has_lines else "name"
        told: Block = paragraph(
            f"Another one: put its {what} from the list below in the place of ",
            literal(runs.first),
            ".",
        )
        rows[0][1].append(told)
    return rows


def _cases(runs: CaseCommand | None, suite: Suite, links: Links) -> list[Row]:
    """List the cases, each by the name that runs it."""
    cases = suite.cases
    names = runs.names if runs else [""] * len(cases)
    listed = bullets(
        [
            *_case(case, name, links),
            " (",
            links.lines(case.span),
            *([] if name or not runs else ["; maybe not by that command"]),
            ")",
        ]
        for case, name in zip(cases, names, strict=True)
    )
    return [([f"{find_unit(suite.framework).capitalize()}s"], [listed])]


def _case(case: TestCase, name: str, links: Links) -> list[Inline]:
    if case.symbol:
        return [links.symbol(links.path, case.symbol, name)]
    is_told = name in {"", case.name, str(case.span.line)}
    return [literal(case.name)] if is_told else [literal(case.name), ", ", literal(name)]


def _symbols(heading: str, symbols: Sequence[Symbol], links: Links) -> list[Row]:
    listed = bullets(
        [links.symbol(links.path, s.qualified_name), " (", links.lines(s.span), ")"]
        for s in symbols
    )
    return [([heading], [listed])] if symbols else []


def _naming(heading: str, jobs: Sequence[Job], links: Links) -> list[Row]:
    listed = bullets([literal(job.name), " (", links.place(job.place), ")"] for job in jobs)
    return [([heading], [listed])] if jobs else []


def _relations(heading: str, relations: Sequence[Relation], links: Links) -> list[Row]:
    first = {relation.target: relation for relation in reversed(relations)}
    listed = bullets(_line(relation, links) for relation in reversed(first.values()))
    return [([heading], [listed])] if relations else []


def _reach(testing: Testing, links: Links) -> list[Row]:
    """Say how tests reach the file, what it reaches as a test, or that no test imports it."""
    said: list[Block] = []
    reach = testing.reach
    if reach and reach.files > len({relation.target for relation in testing.tests}):
        number = _up_to_many(reach.files, "file")
        said.append(paragraph(f"Its imports lead to {number}, {AS_FAR}."))
    if reach and reach.tests > len({relation.target for relation in testing.tested_by}):
        number = _up_to_many(reach.tests, "test module")
        said.append(paragraph(f"Imports of {number} whose cases are known lead to it, {AS_FAR}."))
    if reach and reach.way:
        steps = [links.place(Place(r.source, Span(r.line, r.line))) for r in reach.way]
        way = joined([*steps, "this file"], " → ")
        said.append(paragraph("The shortest way, each line leads to the next file: ", *way, "."))
    if testing.is_unreached:
        said.append(paragraph(f"No test imports it, {AS_FAR}."))
    return [(["Test map"], said)] if said else []


def _up_to_many(number: int, noun: str) -> str:
    return counted(number, noun) if number <= MANY else f"more than {counted(MANY, noun)}"


def _line(relation: Relation, links: Links) -> list[Inline]:
    """Link to the line that proves a relation; to the other file too if the line is not there."""
    if relation.witness == links.path:
        return [links.file(relation.target), " (", links.witness(relation), ")"]
    return [links.place(Place(relation.target, Span(relation.line, relation.line)))]
