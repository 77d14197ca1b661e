"""What git says of a work tree, in a number of questions that does not grow with it."""

import os
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit, urlunsplit

from sphinx_repodoc.model.files import ROOT, Head, Problem, ProblemKind, SkipReason
from sphinx_repodoc.scan import git
from sphinx_repodoc.scan.inventory import Inventory

_SUBMODULE = "160000"
"""The mode that the index gives to a submodule."""

_GENERATED = "linguist-generated"
_VENDORED = "linguist-vendored"

_OTHERS = ("ls-files", "-z", "--others", "--exclude-standard", "--directory")

_REMOTE_SCHEMES = ("https", "http", "ssh", "git", "git+ssh")


def read_tracked(root: Path) -> Inventory | None:
    """Return what git tracks below `root`; None where it ignores `root` as a whole.

    :raises GitError: if git does not answer.
    """
    entries = _read_index(root)
    if not entries and not git.is_top_level(root):
        if git.find_answer(root, "check-ignore", "."):
            return None
        return _nothing({ROOT: SkipReason.UNTRACKED})
    skipped = _read_others(root)
    if not entries:
        return _nothing(skipped)
    head = _read_head(root)
    marked = _read_marked(root, entries)
    return Inventory(
        paths=frozenset(entries),
        skipped=skipped,
        submodules={path: name for path, (mode, name) in entries.items() if mode == _SUBMODULE},
        committed=_read_tree(root, head.commit) if head.commit else {},
        generated=marked[_GENERATED],
        vendored=marked[_VENDORED],
        head=head,
    )


def parse_remote(address: str) -> str:
    """Return a remote's URL without user, password, query; empty for a path on this machine."""
    if "://" not in address:
        host, _, path = address.partition(":")
        if "/" in host or path.startswith(":"):  # a path; the helper of another transport
            return ""
        address = f"ssh://{host}/{path.removeprefix('/')}" if path else ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme not in _REMOTE_SCHEMES or not parts.hostname:
        return ""
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def _nothing(skipped: dict[PurePosixPath, SkipReason]) -> Inventory:
    message = "git tracks no file below the repository root; add the files to be documented"
    return Inventory(frozenset(), skipped, problems=(Problem(ProblemKind.ROOT, message),))


def _read_index(root: Path) -> dict[PurePosixPath, tuple[str, str]]:
    """Return mode and object id of each tracked path."""
    entries = {}
    for record in _records(git.run(root, "ls-files", "-z", "--stage")):
        facts, _, name = record.partition("\t")
        mode, identity, _stage = facts.split(" ")
        entries[PurePosixPath(name)] = (mode, identity)
    return entries


def _read_others(root: Path) -> dict[PurePosixPath, SkipReason]:
    """Return what lies in the work tree untracked; a whole folder stands for its contents."""
    ignored = _records(git.find_answer(root, *_OTHERS, "--ignored"))
    untracked = _records(git.find_answer(root, *_OTHERS, "--no-empty-directory"))
    return {PurePosixPath(name): SkipReason.IGNORED for name in ignored} | {
        PurePosixPath(name): SkipReason.UNTRACKED for name in untracked
    }


def _read_head(root: Path) -> Head:
    commit = git.find_answer(root, "rev-parse", "--quiet", "--verify", "HEAD^{commit}")
    branch = git.find_answer(root, "symbolic-ref", "--quiet", "--short", "HEAD")
    remote = git.find_answer(root, "ls-remote", "--get-url")
    return Head(
        commit=os.fsdecode(commit).strip(),
        branch=os.fsdecode(branch).strip(),
        remote=parse_remote(os.fsdecode(remote).strip()),
    )


def _read_tree(root: Path, commit: str) -> dict[PurePosixPath, str]:
    """Return the object id of each path in a commit."""
    tree = {}
    for record in _records(git.find_answer(root, "ls-tree", "-r", "-z", commit)):
        facts, _, name = record.partition("\t")
        tree[PurePosixPath(name)] = facts.split(" ")[2]
    return tree


def _read_marked(
    root: Path, paths: Collection[PurePosixPath]
) -> dict[str, frozenset[PurePosixPath]]:
    """Return, for each attribute asked for, the paths for which .gitattributes sets it."""
    names = b"".join(os.fsencode(path) + b"\0" for path in paths)
    output = git.run(root, "check-attr", "-z", "--stdin", _GENERATED, _VENDORED, stdin=names)
    fields = _records(output)
    marks = [
        (attribute, PurePosixPath(name))
        for name, attribute, value in zip(fields, fields, fields, strict=True)
        if value in {"set", "true"}
    ]
    return {
        wanted: frozenset(path for attribute, path in marks if attribute == wanted)
        for wanted in (_GENERATED, _VENDORED)
    }


def _records(output: bytes) -> Iterator[str]:
    """Split what git prints with ``-z``; bytes that are not UTF-8 are surrogate-escaped."""
    return (os.fsdecode(record) for record in output.split(b"\0")[:-1])
