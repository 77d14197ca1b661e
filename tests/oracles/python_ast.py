"""Compare what the analyser says of Python files with what CPython's own parser says.

``python tests/oracles/python_ast.py FOLDER...`` prints how much was compared and every difference.
"""

import ast
import io
import sys
import tokenize
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sphinx_repodoc.analyse.facts import find_facts
from sphinx_repodoc.model.facts import Facts, Symbol
from sphinx_repodoc.model.import_contexts import CALLS

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
DEFINITIONS = (*FUNCTIONS, ast.ClassDef)
GUARDS = {"__name__ == '__main__'", "'__main__' == __name__"}
UNLISTED = {"__all__", "__slots__", "_"}
LAYOUT = {
    *(tokenize.NL, tokenize.NEWLINE, tokenize.INDENT),
    *(tokenize.DEDENT, tokenize.ENDMARKER),
}
KINDS = {"class": "class", "function": "function", "method": "function", "property": "function"}

Row = tuple[str, ...]
"""A statement about a file, in words."""


@dataclass
class Report:
    """What was compared, and what differs."""

    compared: Counter[str] = field(default_factory=Counter)
    differences: list[tuple[str, Path, str]] = field(default_factory=list)
    skipped: list[tuple[Path, str]] = field(default_factory=list)


def compare_folders(folders: Iterable[Path]) -> Report:
    """Compare every ``.py`` file below the folders."""
    report = Report()
    for folder in folders:
        for path in sorted(folder.rglob("*.py")):
            compare_file(path, report)
    return report


def compare_file(path: Path, report: Report) -> None:
    """Compare one file, unless CPython itself does not accept it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with tokenize.open(path) as stream:
                text = stream.read()
            module = ast.parse(text)
    except (SyntaxError, ValueError) as error:
        report.skipped.append((path, f"{type(error).__name__}: {error}"))
        return
    facts = find_facts(text, "Python")
    assert facts is not None
    report.compared["files"] += 1
    for name, ours, theirs in _compare(facts, module, text):
        report.compared[name] += len(theirs)
        for row in sorted((Counter(ours) - Counter(theirs)).elements()):
            report.differences.append((name, path, f"only we say:      {' '.join(row)}"))
        for row in sorted((Counter(theirs) - Counter(ours)).elements()):
            report.differences.append((name, path, f"only CPython says: {' '.join(row)}"))


def _compare(
    facts: Facts, module: ast.Module, text: str
) -> Iterator[tuple[str, list[Row], list[Row]]]:
    definitions = list(_walk_definitions(module))
    symbols = [symbol for symbol in facts.symbols if symbol.kind in KINDS]
    yield "definitions", [*map(_our_place, symbols)], [_their_place(*d) for d in definitions]
    yield "heads", [*map(_our_head, symbols)], [_their_head(*d) for d in definitions]
    yield "docstrings", _our_docstrings(facts, text), _their_docstrings(module, definitions)
    yield "assigned names", _our_assigned(facts), [*_their_assigned(module)]
    yield "imports", [*_our_imports(facts)], [*_their_imports(module)]
    yield "lines", [_our_lines(facts)], [_their_lines(module, definitions, text)]


Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def _walk_definitions(module: ast.Module) -> Iterator[tuple[str, Definition]]:
    pending: list[tuple[str, ast.AST]] = [("", module)]
    while pending:
        prefix, node = pending.pop()
        for child in ast.iter_child_nodes(node):
            if isinstance(child, DEFINITIONS):
                name = f"{prefix}{child.name}"
                yield name, child
                pending.append((f"{name}.", child))
            else:
                pending.append((prefix, child))


def _our_place(symbol: Symbol) -> Row:
    return KINDS[symbol.kind], symbol.qualified_name, f"{symbol.span.line}-{symbol.span.end_line}"


def _their_place(name: str, node: Definition) -> Row:
    kind = "class" if isinstance(node, ast.ClassDef) else "function"
    return kind, name, f"{node.lineno}-{node.end_lineno}"


def _our_head(symbol: Symbol) -> Row:
    """Parse what we say of a head again: the text must mean what the file means."""
    lines = [f"@{decorator}" for decorator in symbol.decorators]
    bases = f"({', '.join(symbol.bases)})" if symbol.bases else ""
    word = "class" if symbol.kind == "class" else "async def" if symbol.is_async else "def"
    lines.append(f"{word} {symbol.name}{symbol.signature}{bases}: ...")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            node = ast.parse("\n".join(lines)).body[0]
    except SyntaxError:
        return (symbol.qualified_name, *lines)
    return symbol.qualified_name, ast.dump(node)


def _their_head(name: str, node: Definition) -> Row:
    body, node.body = node.body, [ast.Expr(ast.Constant(...))]
    comment = None if isinstance(node, ast.ClassDef) else node.type_comment
    assert comment is None
    dump = ast.dump(node)
    node.body = body
    return name, dump


def _our_docstrings(facts: Facts, text: str) -> list[Row]:
    span = facts.documentation_span
    is_comment = span is None or text.split("\n")[span.line - 1].lstrip().startswith("#")
    rows: list[Row] = [] if is_comment else [("module", facts.documentation)]
    symbols = [symbol for symbol in facts.symbols if symbol.kind in KINDS]
    rows.extend((s.qualified_name, s.documentation) for s in symbols if s.documentation)
    return rows


def _their_docstrings(
    module: ast.Module, definitions: Iterable[tuple[str, Definition]]
) -> list[Row]:
    nodes: list[tuple[str, Definition | ast.Module]] = [("module", module), *definitions]
    found = ((name, ast.get_docstring(node)) for name, node in nodes)
    rows: list[Row] = [(name, text) for name, text in found if text]
    return rows


def _our_assigned(facts: Facts) -> list[Row]:
    return [
        (symbol.qualified_name, f"{symbol.span.line}-{symbol.span.end_line}")
        for symbol in facts.symbols
        if symbol.kind not in KINDS
    ]


def _their_assigned(module: ast.Module) -> Iterator[Row]:
    """Give each name that a body assigns, where it is first bound there."""
    seen: set[str] = set()
    for name, node in sorted(_bound(module), key=lambda b: (b[1].lineno, b[1].col_offset)):
        if not isinstance(node, DEFINITIONS) and name not in seen:
            yield name, f"{node.lineno}-{node.end_lineno}"
        seen.add(name)


def _bound(module: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    """Give what the bodies of the module, its classes and its functions define and assign."""
    pending: list[tuple[str, bool, ast.AST]] = [("", True, module)]
    while pending:
        prefix, is_listed, body = pending.pop()
        for node in ast.iter_child_nodes(body):
            if isinstance(node, DEFINITIONS):
                yield prefix + node.name, node
                pending.append((f"{prefix}{node.name}.", isinstance(node, ast.ClassDef), node))
            elif isinstance(node, ast.stmt) and is_listed:
                yield from ((prefix + name, node) for name in _targets(node))
            if not isinstance(node, (*DEFINITIONS, ast.expr)):
                pending.append((prefix, is_listed and not _is_guard(node), node))


def _is_guard(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) in GUARDS


def _targets(node: ast.stmt) -> Iterator[str]:
    pending: list[ast.expr] = []
    if isinstance(node, ast.Assign):
        pending = list(node.targets)
    elif isinstance(node, ast.AnnAssign):
        pending = [node.target]
    elif type(node).__name__ == "TypeAlias":  # since Python 3.12
        pending = [node.name]  # type: ignore[attr-defined] # the node has it
    while pending:
        target = pending.pop()
        if isinstance(target, ast.Name) and target.id not in UNLISTED:
            yield target.id
        elif isinstance(target, ast.Starred):
            pending.append(target.value)
        elif isinstance(target, ast.Tuple | ast.List):
            pending.extend(target.elts)


def _our_imports(facts: Facts) -> Iterator[Row]:
    for statement in facts.imports:
        if statement.context not in CALLS:
            names = [f"{n.name} as {n.alias}@{n.line}" for n in statement.names]
            place = f"{statement.span.line}-{statement.span.end_line}"
            module = f"{statement.dotted} as {statement.alias}"
            line = "" if statement.names else f"{statement.line}"
            yield module, line, place, f"in {statement.scope}", *names


def _their_imports(module: ast.Module) -> Iterator[Row]:
    pending: list[tuple[str, str, ast.AST]] = [("", "", module)]
    while pending:
        prefix, scope, body = pending.pop()
        for node in ast.iter_child_nodes(body):
            if isinstance(node, DEFINITIONS):
                name = prefix + node.name
                inner = name if isinstance(node, FUNCTIONS) else scope
                pending.append((f"{name}.", inner, node))
            elif isinstance(node, ast.Import | ast.ImportFrom):
                yield from _read_import(node, scope)
            elif not isinstance(node, ast.expr):
                pending.append((prefix, scope, node))


def _read_import(node: ast.Import | ast.ImportFrom, scope: str) -> Iterator[Row]:
    place = f"{node.lineno}-{node.end_lineno}"
    if isinstance(node, ast.ImportFrom):
        names = [f"{a.name} as {a.asname or ''}@{a.lineno}" for a in node.names]
        yield f"{'.' * node.level}{node.module or ''} as ", "", place, f"in {scope}", *names
    else:
        for alias in node.names:
            module = f"{alias.name} as {alias.asname or ''}"
            yield module, f"{alias.lineno}", place, f"in {scope}"


def _our_lines(facts: Facts) -> Row:
    lines = facts.lines
    assert lines is not None
    return f"code {lines.code}", f"comment {lines.comment}", f"blank {lines.blank}"


def _their_lines(
    module: ast.Module, definitions: Iterable[tuple[str, Definition]], text: str
) -> Row:
    """Count lines by the tokens that stand on them."""
    quiet = _docstring_lines(module, definitions)
    code: set[int] = set()
    comment: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        rows = range(token.start[0], token.end[0] + 1)
        is_quiet = token.type == tokenize.STRING and quiet.issuperset(rows)
        if is_quiet or token.type == tokenize.COMMENT:
            comment.update(rows)
        elif token.type not in LAYOUT:
            code.update(rows)
    comment -= code
    lines = text.split("\n")
    joined = {number for number, line in enumerate(lines, 1) if line.strip() == "\\"}
    code |= joined - comment
    blank = len(lines) - (not lines[-1]) - len(code) - len(comment)
    return f"code {len(code)}", f"comment {len(comment)}", f"blank {blank}"


def _docstring_lines(module: ast.Module, definitions: Iterable[tuple[str, Definition]]) -> set[int]:
    nodes: list[Definition | ast.Module] = [module, *(node for _, node in definitions)]
    strings = [node.body[0] for node in nodes if ast.get_docstring(node) is not None]
    ends = [(string.lineno, string.end_lineno or string.lineno) for string in strings]
    return {line for start, end in ends for line in range(start, end + 1)}


def main(folders: Iterable[str]) -> int:
    """Compare, print what was compared and what differs, and say whether anything does."""
    report = compare_folders(map(Path, folders))
    sys.stdout.writelines(f"{line}\n" for line in _tell(report))
    return bool(report.differences)


def _tell(report: Report) -> Iterator[str]:
    for path, reason in report.skipped:
        yield f"skipped: {path}: {reason}"
    for name, path, row in report.differences:
        yield f"{name}: {path}: {row[:400]}"
    differing = Counter(name for name, _, _ in report.differences)
    yield f"{len(report.skipped)} files skipped: CPython does not accept them"
    for name, number in report.compared.items():
        yield f"{number:8,} {name} compared, {differing[name]:,} rows differ"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
