"""When a file of Go or Rust, or a crate, is part of a build."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from types import MappingProxyType

from sphinx_repodoc.model.facts import Declaration, DeclarationKind, Facts

NEVER = "ignore"
"""The constraint that no build fulfils, by custom."""

TARGETS = MappingProxyType(
    {"bin": "src/bin", "example": "examples", "test": "tests", "bench": "benches"}
)
"""What Cargo calls the kinds of crates beside the library, and the folders in which each file, and
each ``main.rs`` of a folder, is a crate of that kind."""

SYSTEMS = frozenset(
    [
        *("aix", "android", "darwin", "dragonfly", "freebsd", "illumos", "ios", "js", "linux"),
        *("netbsd", "openbsd", "plan9", "solaris", "wasip1", "windows"),
        *("386", "amd64", "arm", "arm64", "loong64", "mips", "mips64", "mips64le", "mipsle"),
        *("ppc64", "ppc64le", "riscv64", "s390x", "wasm"),
    ]
)
"""What the name of a file may end in to be built there alone."""


def find_constraint(path: PurePosixPath, facts: Facts) -> tuple[str, int]:
    """Return what must hold for a file to be built, and the line that says so.

    The line is 0 where the name of the file says it; without a condition the text is empty.
    """
    declared = [each for each in facts.declarations if each.kind is DeclarationKind.CONSTRAINT]
    if declared:
        return declared[0].value, declared[0].line
    *_, last = ("", *path.stem.removesuffix("_test").split("_")[1:])
    return (last, 0) if path.suffix == ".go" and last in SYSTEMS else ("", 0)


def is_passed_over(declared: Sequence[Declaration], folder: str, path: str) -> bool:
    """Whether a manifest of Cargo leaves out a file: its folder is not searched, nor is it named.

    :param declared: what the manifest declares
    :param folder: from that of the manifest, in which each file would be a crate of its own
    """
    has_limit = any(
        each.kind is DeclarationKind.CONSTRAINT and (each.name, each.value) == (folder, NEVER)
        for each in declared
    )
    is_named = any(each.kind is DeclarationKind.ALIAS and each.value == path for each in declared)
    return has_limit and not is_named


def add_features(declared: Iterable[Declaration], options: str) -> str:
    """Add to the options that choose a crate the features without which it is not built."""
    needed = (
        each.value
        for each in declared
        if each.kind is DeclarationKind.CONSTRAINT and each.name.startswith("--")
        if each.value and options.endswith(each.name)
    )
    return " ".join([options, *(f"--features {features}" for features in needed)])
