"""Working with This Folder."""

from collections.abc import Sequence

from sphinx_repodoc.model.files import ROOT
from sphinx_repodoc.model.folder_parts import Runnable, Workflow
from sphinx_repodoc.model.relations import find_unit
from sphinx_repodoc.model.words import counted
from sphinx_repodoc.sections.content import Block, Inline, Phrase
from sphinx_repodoc.sections.coverage import outline_folder
from sphinx_repodoc.sections.links import Links, literal
from sphinx_repodoc.sections.lists import bullets, joined, paragraph
from sphinx_repodoc.sections.testing import AS_FAR

TARGETS = (
    "Targets of CMake, to be built from the root of the repository, once the project is configured:"
)


def outline(workflow: Workflow, links: Links) -> list[Block]:
    """Say what can be run here, each with where it is declared."""
    content: list[Block] = []
    if workflow.suites:
        content.append(_tests(workflow, links))
    if workflow.test_command:
        content.append(_test_command(workflow.test_command, links))
    content += [outline_folder(each) for each in workflow.coverage]
    content += _list("Tasks, to be run in this folder:", workflow.tasks, links)
    content += _list(TARGETS, workflow.targets, links)
    content += _list("Commands that installing the package adds:", workflow.commands, links)
    is_root = workflow.path == ROOT
    jobs = (
        "Jobs of the forge:"
        if is_root
        else "Jobs whose commands name this folder, or are run in it:"
    )
    content += _list(jobs, workflow.jobs, links)
    if workflow.unreached:
        content.append(paragraph(f"No test imports these files, {AS_FAR}:"))
        content.append(bullets([links.file(path)] for path in workflow.unreached))
    if workflow.guide:
        content.append(paragraph("How to contribute: ", links.file(workflow.guide), "."))
    return content


def _tests(workflow: Workflow, links: Links) -> Block:
    counts = [
        Phrase(
            [
                f"{counted(each.cases, find_unit(each.framework))} for {each.framework} ",
                f"in {counted(each.modules, 'file')} (first ",
                links.place(each.place),
                ")",
            ]
        )
        for each in workflow.suites
    ]
    return paragraph("Tests found, subfolders included: ", *joined(counts), ".")


def _test_command(command: Runnable, links: Links) -> Block:
    where = "Run those for pytest from the root of the repository: "
    return paragraph(where, literal(command.line), " (", links.place(command.place), ").")


def _list(title: str, found: Sequence[Runnable], links: Links) -> list[Block]:
    if not found:
        return []
    return [paragraph(title), bullets(_item(each, links) for each in found)]


def _item(runnable: Runnable, links: Links) -> list[Inline]:
    pieces: list[Inline] = [literal(runnable.line)]
    if runnable.summary:
        pieces += [f": {runnable.summary}"]
    if runnable.value:
        pieces += [": ", literal(runnable.value)]
    return [*pieces, " (", links.place(runnable.place), ")"]
