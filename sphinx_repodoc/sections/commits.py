"""Commits, as sections show them."""

from sphinx_repodoc.model.history import Commit, FileHistory
from sphinx_repodoc.model.words import counted
from sphinx_repodoc.sections.content import Inline, Phrase
from sphinx_repodoc.sections.links import external, literal
from sphinx_repodoc.sections.prose import visible

AUTHORS = 10
"""How many authors are named; of more, the number is given."""

SUBJECT = 100
"""Longest subject of a commit that is shown whole."""


def commit_link(commit: Commit, template: str, text: str = "") -> Inline:
    """Link to a commit on its forge, or name it where that is not known."""
    if template:
        return external(template.replace("{commit}", commit.id), text or _short(commit))
    return text or literal(_short(commit))


def history_rows(
    history: FileHistory, template: str, *, is_committed: bool
) -> list[tuple[str, list[Inline]]]:
    """Say which commits changed a file, and who made them."""
    changed = "" if is_committed else "; the file here differs from what was committed"
    rows = [("Last commit", [_commit(history.last, template), changed])]
    if history.first:
        rows.append(("First commit", [_commit(history.first, template)]))
    if history.commits:
        rows.append(("Commits", [f"{history.commits:,}"]))
    if history.authors:
        rows.append(("Authors", [_authors(history.authors)]))
    if churn := history.churn:
        lines = f"{counted(churn.added, 'line')} added and {churn.removed:,} removed"
        text = f"{lines} by {counted(churn.commits, 'commit')} since {churn.since}"
        rows.append(("Lines changed", [text]))
    return rows


def _commit(commit: Commit, template: str) -> Inline:
    subject = commit.subject
    if len(subject) > SUBJECT:
        subject = f"{subject[:SUBJECT].rstrip()}…"
    pieces = (f"{commit.day}, " if commit.day else "", commit_link(commit, template))
    return Phrase((*pieces, f": {visible(subject)}" if subject else ""))


def _authors(authors: tuple[tuple[str, int], ...]) -> str:
    named = [f"{visible(name) or 'no name'} ({number:,})" for name, number in authors[:AUTHORS]]
    if len(authors) > AUTHORS:
        named.append(f"and {len(authors) - AUTHORS:,} more")
    return ", ".join(named)


def _short(commit: Commit) -> str:
    return commit.id[:10]
