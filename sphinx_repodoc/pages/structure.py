"""What the sections High-Level Overview and Detailed Analysis say."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from sphinx_repodoc.model.bearers import find_bearers
from sphinx_repodoc.model.facts import Facts, OutlineKind, Symbol
from sphinx_repodoc.model.files import FileKind, SourceFile
from sphinx_repodoc.model.pages import Count, Overview, Structure
from sphinx_repodoc.model.survey import Survey
from sphinx_repodoc.model.uses import SymbolUses
from sphinx_repodoc.pages.declared import find_declared
from sphinx_repodoc.pages.metadata import find_omission
from sphinx_repodoc.pages.names import find_documented, find_names

NAMESPACES = frozenset({"namespace", "package"})
"""Kinds of symbols that only give names to what is in them."""


def find_overview(survey: Survey, path: PurePosixPath) -> Overview | None:
    """Say what the file says of itself, how much of what it defines, and which names are public."""
    facts = survey.facts.get(path)
    counts = _counts(facts) if facts else ()
    if not facts or not (facts.documentation or counts or facts.exports):
        return None
    written = list(_find_top(facts))
    top = {symbol.name: symbol for symbol in written}
    top |= {symbol.name: symbol for symbol in written if symbol.is_public}
    exports = tuple(dict.fromkeys(facts.exports)) if facts.exports is not None else None
    names = exports if exports is not None else _public_names(facts, top)
    return Overview(
        path=path,
        documentation=facts.documentation,
        documentation_span=facts.documentation_span,
        counts=counts,
        public=tuple(top[name] for name in names if name in top),
        undefined=tuple(name for name in names if name not in top),
        exports_span=facts.exports_span if exports is not None else None,
        exports_word=facts.exports_word if exports is not None else "",
        convention=facts.convention,
    )


def find_structure(survey: Survey, path: PurePosixPath) -> Structure | None:
    """List everything that the file defines, or say why that is not known."""
    facts = survey.facts.get(path)
    file = survey.files[path]
    if not facts or not facts.is_structured:
        omission = _unanalysed(file, survey.missing.get(file.language, ""))
        return Structure(path, (), (), (), (), (), omission) if omission else None
    omission = " ".join(_omissions(facts))
    if not (facts.symbols or facts.outline or facts.errors or omission):
        return None
    written = tuple(text for s in facts.symbols for text in (*s.bases, *s.decorators))
    return Structure(
        path=path,
        documented=find_documented(survey, path),
        symbols=facts.symbols,
        outline=facts.outline,
        names=find_names(survey, path, written),
        errors=facts.errors,
        omission=omission,
        declared=find_declared(survey, path),
        uses=tuple(_find_uses(survey, path, facts)),
    )


def _find_uses(survey: Survey, path: PurePosixPath, facts: Facts) -> Iterator[SymbolUses]:
    """Yield the uses of the symbols that names mean."""
    uses = survey.uses.get(path, {})
    for name, symbol in find_bearers(facts.symbols).items() if uses else ():
        if name in uses:
            yield SymbolUses(name, symbol.ordinal, uses[name])


def _omissions(facts: Facts) -> Iterator[str]:
    """Say what is not listed."""
    if facts.is_partial:
        yield "The analysis is not complete: the text is nested too deep."
    if facts.outline_depth:
        kind = facts.outline[0].kind if facts.outline else OutlineKind.KEY
        yield f"The {kind}s are listed to a depth of {facts.outline_depth}: below it are too many."
    elif facts.outline_depth is not None:
        kind = OutlineKind.COLUMN if facts.rows else OutlineKind.KEY
        yield f"The {kind}s are not listed: there are too many."
    elif facts.rows and not facts.outline:
        yield "The columns are not listed: whether the first row names them is not certain."


def _find_top(facts: Facts) -> Iterator[Symbol]:
    """Yield the symbols that stand in no other, namespaces aside."""
    namespaces = {"", *(s.qualified_name for s in facts.symbols if s.kind in NAMESPACES)}
    symbols = (symbol for symbol in facts.symbols if symbol.kind not in NAMESPACES)
    return (symbol for symbol in symbols if symbol.parent in namespaces)


def _public_names(facts: Facts, top: Mapping[str, Symbol]) -> tuple[str, ...]:
    """Return the names at the top of a file that are public by the convention of its language."""
    return tuple(name for name in top if top[name].is_public) if facts.convention else ()


def _counts(facts: Facts) -> tuple[Count, ...]:
    kinds = Counter(symbol.kind for symbol in facts.symbols)
    uncounted = {OutlineKind.LINK}
    if facts.outline_depth is not None:
        uncounted |= {OutlineKind.KEY, OutlineKind.ELEMENT}  # they are not all there
    kinds.update(entry.kind for entry in facts.outline if entry.kind not in uncounted)
    if facts.rows:
        kinds["data row" if facts.outline else "row"] = facts.rows
    return tuple(Count(kind, number) for kind, number in kinds.items())


def _unanalysed(file: SourceFile, missing: str) -> str:
    """Say why there are no facts of a text; what is none says so under Original Source."""
    if file.kind is not FileKind.TEXT:
        return ""
    omission = find_omission(file)
    if omission:
        return omission
    if missing:
        return f"{file.language} files are analysed if {missing} is installed; it was not."
    if file.language:
        return f"The structure of {file.language} files is not analysed."
    return "The structure was not analysed: the language of the file is not known."
