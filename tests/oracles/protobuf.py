"""Compare what we find in Protocol Buffers with protoc.

``python -m tests.oracles.protobuf ROOT [EVERY]`` compares every file below a root of imports, or
each of so many, that protoc accepts: kind, name and lines of what it defines, the comments above,
and imports. It needs ``grpcio-tools``. Of a group protoc makes a message and a field.
"""

import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from google.protobuf.descriptor_pb2 import FileDescriptorProto, FileDescriptorSet

from sphinx_repodoc.analyse.languages.protobuf import find_facts

Row = tuple[str, str, int, int]
"""Kind, name, first line and last line."""

PARTS = {
    "file": {4: "message", 5: "enum", 6: "service", 7: "extension"},
    "message": {2: "field", 3: "message", 4: "enum", 6: "extension", 8: "oneof"},
    "enum": {2: "enum value"},
    "service": {2: "rpc"},
}
"""The numbers of the fields of descriptors that hold definitions, and what these are called."""


def read_descriptor(root: Path, path: Path) -> FileDescriptorProto | None:
    """Return what protoc says of a file; None if it does not accept it."""
    with tempfile.NamedTemporaryFile() as out:
        command = [sys.executable, "-m", "grpc_tools.protoc", f"-I{root}", "--include_source_info"]
        command += [f"--descriptor_set_out={out.name}", str(path.relative_to(root))]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            return None
        return FileDescriptorSet.FromString(Path(out.name).read_bytes()).file[0]


def find_theirs(file: FileDescriptorProto) -> Iterator[tuple[Row, str]]:
    """Yield each definition with the comment above it."""
    for location in file.source_code_info.location:
        kind, found = "file", file
        for number, index in zip(location.path[::2], location.path[1::2], strict=False):
            if kind := PARTS.get(kind, {}).get(number, ""):
                field = found.DESCRIPTOR.fields_by_number[number].name
                found = getattr(found, field)[index]
        if len(location.path) % 2 == 0 and kind not in {"", "file"}:
            first, last = location.span[0], location.span[2 if len(location.span) == 4 else 0]
            yield (kind, found.name, first + 1, last + 1), location.leading_comments


def compare(root: Path, path: Path, counts: Counter[str]) -> None:
    """Print what differs in a file."""
    descriptor = read_descriptor(root, path)
    counts["files" if descriptor else "not accepted"] += 1
    if descriptor is None:
        return
    facts = find_facts(path.read_text("utf-8"))
    defined = [symbol for symbol in facts.symbols if symbol.kind not in {"option", "package"}]
    ours = {(s.kind, s.name, s.span.line, s.span.end_line): s.documentation for s in defined}
    theirs = dict(find_theirs(descriptor))
    differences: list[tuple[str, object]] = [("-", row) for row in theirs.keys() - ours.keys()]
    differences += [("+", row) for row in ours.keys() - theirs.keys()]
    both = ours.keys() & theirs.keys()
    said = [row for row in both if theirs[row] and ours[row].split() != theirs[row].split()]
    differences += [("comment", row) for row in said]
    imports = [statement.module for statement in facts.imports]
    differences += [("import", name) for name in {*imports} ^ {*descriptor.dependency}]
    differences += [("error", span) for span in facts.errors]
    for mark, what in differences:
        print(mark, path, what)
    counts.update(mark for mark, _ in differences)
    counts["rows in both"] += len(both)


def main(root: Path, every: int) -> None:
    """Print what differs, and how much."""
    counts: Counter[str] = Counter()
    for path in sorted(root.rglob("*.proto"))[::every]:
        compare(root, path, counts)
    print(dict(counts))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
