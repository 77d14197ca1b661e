"""Files that changed together."""

from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.model.history import LARGE_COMMIT, Commit, Log
from sphinx_repodoc.relate.cochange import find_changed_together


def log_of(commits: list[str], large: int = 0, *, is_whole: bool = True) -> Log:
    """Return the log of commits, each the letters of the files that it changed.

    :param large: how many of the newest also changed many other files
    """
    files = sorted({letter for commit in commits for letter in commit})
    return Log(
        commits=tuple(Commit(str(number), "", 0, "") for number in range(len(commits))),
        sizes=tuple(
            len(commit) + LARGE_COMMIT * (number < large) for number, commit in enumerate(commits)
        ),
        changed={
            PurePosixPath(file): tuple(n for n, commit in enumerate(commits) if file in commit)
            for file in files
        },
        is_whole=is_whole,
    )


@pytest.mark.parametrize(
    ("log", "found"),
    [
        (log_of(["ab", "ab", "ab"]), ["a b 3/3 0", "b a 3/3 0"]),
        (log_of(["a", "ab", "ab", "ab"]), ["a b 3/4 1", "b a 3/3 1"]),
        (log_of(["ab", "ab", "ab", "a", "a", "a", "a", "a", "a"]), ["a b 3/9 0", "b a 3/3 0"]),
        (log_of(["ab", "ab", "ab", "a", "a", "a", "a", "a", "a", "a"]), ["b a 3/3 0"]),
        (log_of(["ab", "ab"]), []),
        (log_of(["a", "b", "c"]), []),
        (log_of(["ab", "ab", "ab", "ab"], large=1), ["a b 3/3 1", "b a 3/3 1"]),
        (log_of(["ab", "ab", "ab"], large=1), []),
        (log_of(["ab", "ab", "ab"], is_whole=False), []),
        (Log(), []),
    ],
)
def test_files_are_related_by_the_part_of_their_commits_that_they_share(
    log: Log, found: list[str]
) -> None:
    relations = list(find_changed_together(log))
    told = [(str(r.source), str(r.target), r.together) for r in relations if r.together]
    assert len(told) == len(relations)
    assert found == sorted(
        f"{source} {target} {together.commits}/{together.total} {together.last.id}"
        for source, target, together in told
    )
