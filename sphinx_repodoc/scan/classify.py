"""The language of a text: by its name and shebang line, by content only where these leave a choice.

The knowledge of names is that of identify and of Pygments' own table of lexers. Where the two
disagree, or Pygments has several lexers for a suffix, the content must decide; where it does
not, no language is claimed.
"""

import io
import re
from collections.abc import Sequence
from itertools import dropwhile
from pathlib import PurePosixPath
from typing import NamedTuple

from identify import identify
from pygments.lexers import find_lexer_class_by_name

from sphinx_repodoc.scan.lexers import PLAIN, alias_of, find_by_aliases, find_by_name

PROGRAM = re.compile(r"[A-Za-z_][\w.+-]*", re.ASCII)


class Language(NamedTuple):
    """A language, and the lexer that takes it."""

    name: str = ""
    """As Pygments writes it; empty if no language is known."""
    lexer: str = "text"
    """Alias of the Pygments lexer."""


_UNKNOWN = Language()

RUST_ATTRIBUTE = re.compile(rb"#!\s*\[")
"""How a Rust file may begin that has no shebang line."""

_NAMED_OTHERWISE = {
    "bazel": Language("Starlark", "python"),
    "csv": Language("CSV", "text"),
    "go-mod": Language("Go module", "text"),
    "jupyter": Language("Jupyter Notebook", "json"),
    "r": Language("R", "r"),
    "tsv": Language("TSV", "text"),
}
"""By tag of identify: what Pygments lexes well but files under another language's name, or does
not know."""

_JSON = Language("JSON", "json")

_UNLISTED = {
    ".code-snippets": _JSON,
    ".code-workspace": _JSON,
    ".cts": Language("TypeScript", "typescript"),
    ".jsonc": _JSON,
    ".mts": Language("TypeScript", "typescript"),
    ".webmanifest": _JSON,
}
"""By suffix: what neither Pygments nor identify knows."""

_IN_JSON = frozenset(
    [
        *(".all-contributorsrc", ".arcconfig", ".htmlhintrc", ".nycrc", ".swcrc", ".tern-project"),
        *(".watchmanconfig", "bun.lock", "composer.lock", "deno.lock", "flake.lock"),
    ]
)
"""Names of files that their tools read as JSON, some with comments."""

_IN_JSON_OR_YAML = frozenset(
    (".commitlintrc", ".eslintrc", ".lintstagedrc", ".prettierrc", ".releaserc", ".stylelintrc")
)
"""Names of files that their tools read as the one or the other."""

_OBJECT = re.compile(r"\s*+(?://.*+\s*+|/\*(?>[\s\S]*?\*/)\s*+)*+\{\s*[\"}/]")
"""How JSON begins, with comments; braces in YAML may hold words without quotes."""

_SIGNS = {
    "Objective-C": ("@interface ", "@protocol ", "@implementation ", "@class ", "#import "),
    "C++": ("namespace ", "template <", "template<", "class ", "using ", "#include <string>"),
    "D": ("module ", "import std", "import core."),
    "Scheme": ("(define ", "(define-", "(library ", "(use-modules ", "#lang "),
}
"""How a line begins that settles the matter between the languages which share a suffix."""

_CONTESTED = (
    ".1 .2 .3 .4 .5 .6 .7 .8 .9 .alg .ans .art .as .at .bc .be .cdf .cf .ci .cls .cw .d .do .e .ec "
    ".eg .es .exec .explain .fc .flo .fun .gi .graph .gs .instances .intr .io .k .kid .load .ls "
    ".man .mask .max .mc .mo .mod .module .ms .mt .mu .n .nb .nl .nt .pack .pan .path .pc .plt "
    ".pr .prm .proc .ps .psl .ptx .q .resource .run .rx .scm .scope .sig .sl .sla .sources .sp "
    ".spt .st .swap .tal .target .ti .tmpl .toc .tpl .tt .u .vm .vp .x .xc .xm .zone"
)
"""Suffixes that Pygments gives to one language while others use them as much."""

_XML_FAMILY = ("XML", "HTML", "XSLT")
"""Parts of the names of the languages that may well begin as XML does."""

_JUDGED = 10_000
"""Characters of the content that are looked at where names leave a choice."""


def find_language(name: str, interpreter: str, text: str) -> Language:
    """Return the language of the file `name` that begins with `text`."""
    tags = identify.tags_from_filename(name)
    renamed = [language for tag, language in _NAMED_OTHERWISE.items() if tag in tags]
    if renamed:
        return renamed[0]
    if unlisted := _UNLISTED.get(PurePosixPath(name).suffix) or _find_by_tool(name, text):
        return unlisted
    listed = find_by_name(name)
    if PLAIN in listed:
        return _UNKNOWN
    spoken = find_by_aliases([*sorted(identify.tags_from_interpreter(interpreter)), interpreter])
    judged = text[:_JUDGED]
    if PurePosixPath(name).suffix in _CONTESTED.split():
        chosen = _judge(listed, judged) or "".join(spoken[:1])
    else:
        chosen = _choose(listed, find_by_aliases(sorted(tags)), spoken, judged)
    if text.startswith("<?xml") and not any(part in chosen for part in _XML_FAMILY):
        chosen = "XML"
    return Language(chosen, alias_of(chosen)) if chosen else _UNKNOWN


def _find_by_tool(name: str, text: str) -> Language | None:
    """Return the language in which the tool that a file is named after reads it."""
    if name in _IN_JSON or (name in _IN_JSON_OR_YAML and _OBJECT.match(text)):
        return _JSON
    if name.lower() in {"justfile", ".justfile"} or name.endswith(".just"):
        return Language("Just", "text")
    is_yaml = name in _IN_JSON_OR_YAML and text.strip() and not text.lstrip().startswith("{")
    return Language("YAML", "yaml") if is_yaml else None


def find_interpreter(content: bytes) -> str:
    """Return the program that the shebang line starts, without its folder; empty without one.

    Nor is it one where something else is yet to be put in its place: ``#!@PERL@``.
    """
    if RUST_ATTRIBUTE.match(content):
        return ""
    words = identify.parse_shebang(io.BytesIO(content[:1000]))
    programs = (word.rpartition("/")[2] for word in dropwhile(_is_wrapping, words))
    program = next(programs, "")
    return program if PROGRAM.fullmatch(program) else ""


def _is_wrapping(word: str) -> bool:
    """Whether a word of the shebang line belongs to ``env``: its name, options, variables."""
    return word.rpartition("/")[2] == "env" or word.startswith("-") or "=" in word


def _choose(listed: Sequence[str], tagged: Sequence[str], spoken: Sequence[str], text: str) -> str:
    """Return the language that Pygments' list, identify's tags and the shebang line speak for."""
    agreed = [each for each in listed if each in tagged]
    candidates = list(dict.fromkeys([*agreed, *listed, *tagged])) or spoken
    heard = [each for each in candidates if each in spoken]
    for settled in (candidates, agreed if len(listed) == 1 else (), heard):
        if len(settled) == 1:
            return settled[0]
    return _judge(candidates, text) or (agreed[0] if len(agreed) == 1 else "")


def _judge(candidates: Sequence[str], text: str) -> str:
    """Return the candidate that `text` speaks for most; empty if for none."""
    scores = {each: _score(each, text) for each in candidates}
    # Of equals the last: Pygments lists dialects first (cplint before Prolog).
    best = max(reversed(scores), key=lambda each: scores[each], default="")
    return best if scores.get(best) else ""


def _score(language: str, text: str) -> float:
    """Return how much speaks for `text` being in `language`, from 0 to 1."""
    if any(line.startswith(_SIGNS.get(language, ())) for line in text.splitlines()):
        return 1.0
    if language in _SIGNS:
        return 0.0
    lexer = find_lexer_class_by_name(alias_of(language))
    return float(lexer.analyse_text(text))
