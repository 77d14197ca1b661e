"""What configuration files say of the paths that names of modules stand for."""

from collections.abc import Iterator
from dataclasses import replace
from posixpath import join, normpath

from sphinx_repodoc.analyse.keys import Entry, Value
from sphinx_repodoc.model.constraints import NEVER, TARGETS
from sphinx_repodoc.model.facts import Declaration, DeclarationKind

ENTRIES = ("main", "module", "types", "typings", "source")
"""Keys of a ``package.json`` that name the file which the package itself is."""

FIRST_EDITION = "2015"
"""The edition of a package that names none."""

Found = Iterator[Declaration]


def find_in_json(root: Value) -> Found:
    """Find the aliases of ``tsconfig.json`` and ``package.json``."""
    yield from _find_paths(root)
    for key in ENTRIES:
        yield from _leaves(".", root.at(key))
    yield from _leaves(".", root.at("exports"))
    for entry in (*root.below("exports"), *root.below("imports")):
        if entry.name.startswith((".", "#")):
            yield from _leaves(entry.name, [entry])


def _find_paths(root: Value) -> Found:
    """Find what a compiler of TypeScript replaces names of modules by."""
    base = next((entry.value.text for entry in root.at("compilerOptions", "baseUrl")), "")
    for entry in root.below("compilerOptions", "paths"):
        for item in entry.value.items:
            yield _alias(entry.name, normpath(join(base or ".", item.text)), entry)
    for entry in root.at("compilerOptions", "baseUrl"):
        yield _alias("*", normpath(join(entry.value.text, "*")), entry)


def find_in_toml(root: Value) -> Found:
    """Find the files that the library of a crate and its programs begin in, and their names."""
    for entry in root.at("package", "name"):
        names = [each.value.text for each in root.at("lib", "name")]
        paths = [each.value.text for each in root.at("lib", "path")]
        name = names[0] if names else entry.value.text.replace("-", "_")
        yield _alias(name, paths[0] if paths else "src/lib.rs", entry)
    for target, folder in TARGETS.items():
        for table in root.at(target):
            yield from _target(root, target, folder, table)
        if line := _find_discovery(root, target):
            yield Declaration(DeclarationKind.CONSTRAINT, folder, NEVER, line)


def _target(root: Value, target: str, folder: str, table: Entry) -> Found:
    """Find the file of a crate, or those that it may be, and the features that it needs."""
    name = next((each.value.text for each in table.value.at("name")), "")
    paths = [(each.value.text, each) for each in table.value.at("path")]
    package = {each.value.text for each in root.at("package", "name")}
    if package and not paths:
        paths = [(f"{folder}/{name}{end}", table) for end in (".rs", "/main.rs")]
        paths += [("src/main.rs", table)] if target == "bin" and name in package else []
    for path, entry in paths:
        yield replace(_alias(f"[[{target}]]", path, entry), group=name)
    for entry in table.value.at("required-features"):
        features = ",".join(item.text for item in entry.value.items)
        flag = f"--{target} {name}"
        yield Declaration(DeclarationKind.CONSTRAINT, flag, features, entry.span.line)


def _find_discovery(root: Value, target: str) -> int:
    """Return the line that keeps Cargo from looking for crates beside those of the tables; or 0.

    In the edition of 2015, which a package has that names none, that is each such table.
    """
    plural = "benches" if target == "bench" else f"{target}s"
    switches = list(root.at("package", f"auto{plural}"))
    package = list(root.below("package"))
    editions = {each.value.text for each in package if each.path[0] == "edition"}
    decisive = [each for each in switches if each.value.is_false]
    if package and not switches and editions <= {FIRST_EDITION}:
        decisive = list(root.at(target))
    return decisive[0].span.line if decisive else 0


def _leaves(name: str, entries: Iterator[Entry] | list[Entry]) -> Found:
    """Yield an alias for each text in a value: conditions choose one of them."""
    for entry in entries:
        if entry.value.text:
            yield _alias(name, entry.value.text, entry)
        for item in entry.value.items:
            if item.text:
                yield _alias(name, item.text, entry)
        inner = [each for each in entry.value.entries if not each.name.startswith((".", "#"))]
        yield from _leaves(name, inner)


def _alias(name: str, path: str, entry: Entry) -> Declaration:
    return Declaration(DeclarationKind.ALIAS, name, path, entry.span.line)
