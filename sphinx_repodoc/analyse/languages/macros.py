"""Macros where no grammar of C and its kin can know them, found by where they stand.

Macros are taken for what their authors write them as: in capitals, maybe after a prefix as in
``Py_DEPRECATED``; what stands around them shows that they are neither type nor name. They still
stand in the heads, which show the text as written.
"""

import re
from collections.abc import Iterator

from sphinx_repodoc.analyse.languages.conditions import DIRECTIVE

NAME = r"_*(?:[A-Za-z]*[a-z]_)?[A-Z][A-Z0-9_]{2,}(?!\w)"

ARGUMENTS = r"\((?:[^()\n]|\((?:[^()\n]|\([^()\n]*\))*\))*\)"

MACRO = rf"{NAME}(?:[ ]?{ARGUMENTS})?"

TOKEN = re.compile(rf"{DIRECTIVE.pattern}|(?P<word>[A-Z_](?<!\w.)\w*)")

MACROS = rf"{MACRO}(?:\s+{MACRO})*"

WORD = (
    r"(?:void|bool|char|short|int|long|float|double|signed|unsigned|auto|struct|class|enum|union|"
    r"static|inline|extern|typedef|template|virtual|explicit|friend|constexpr|using|namespace|"
    r"__inline|__inline__|__attribute__|size_t|u?int\d+_t)\b"
)
"""What begins a declaration and does not follow a type in one."""

OTHER = r"(?!(?:const|volatile|and|or|not|in|if|else|for|while|return|case|do|goto|operator)\b)"
"""Not a word that may follow a type or an operand."""

TYPE = r"[A-Za-z_][\w:]*(?:<[^;{}()]*>|\([\w\s*]*\))?(?:\s*[*&]+\s*|\s+)"

NAMED = r"[A-Za-z_][\w:]*\s*(?:final\s*)?(?:<[^;{}()]*>\s*)?"

AFTER_TYPE = (
    r"[\w)*&>](?<!\bstatic)(?<!\bconst)(?<!\bextern)(?<!\binline)(?<!\bstruct)(?<!\bvirtual)"
    r"(?<!\bconstexpr)(?<!\breturn)(?<!\bexplicit)(?<!\bfriend)(?<!\bvolatile)(?<!\belse)"
)

DECLARED = r"[\w*&>)][\s*&]*(?:[\s*&]\w+|\(\s*\*+\s*\w+\s*\))\s*\([^;{}=]*\)"

AROUND = tuple(
    (re.compile(before + r"\Z"), re.compile(rf"({MACROS})\s*{after}"))
    for before, after in (
        (r"\b(?:class|struct|union|enum)", rf"{NAMED}(?:\{{|:[^:])"),
        (r"\bclass", r"[A-Za-z_][\w:]*\s*;"),
        (r"", rf"(?:{WORD}|@|\[\[)"),
        (r"", rf"{OTHER}{TYPE}(?:{OTHER}\w+\s*[(;=,\[:]|\(\s*\*\s*\w+\s*\)\s*\()"),
        (r"", rf"const\s+{OTHER}{TYPE}(?:const\s+)?{OTHER}\w+\s*[(;=,\[:]"),
        (AFTER_TYPE, rf"{OTHER}[A-Za-z_][\w:]*\s*\("),
        (r"\(", r"\*\s*\w+\s*\)\s*\("),
        (DECLARED, r"[;{]"),
        (r"\*", r"[a-z_]\w*\s*[;,)=\[(]"),
        (r"[;}]", r"(?:[#}]|\Z)"),
        (r"\b(?:struct|union|class)\b[^;{}()]*\{", r"\}"),
    )
)
"""What stands before and behind macros that are blanked out."""

FOLLOWED = re.compile(rf"{MACROS}\s*[A-Za-z_@*\[{{]")

CAPITALS = re.compile("[A-Z][A-Z0-9_]{2,}$")

KEYWORDS = (
    r"(?!(?:static|const|extern|inline|typedef|return|else|case|goto|if|for|while|do|switch|struct|"
    r"union|enum|class|template|typename|using|namespace|public|private|protected|virtual|explicit|"
    r"friend|constexpr|consteval|constinit|mutable|volatile|register|auto|void|bool|char|short|int|"
    r"long|float|double|signed|unsigned|sizeof|delete|new|throw|operator|co_\w+|requires|concept|"
    r"export|import|module|and|or|not|default|break|continue|thread_local|alignas|asm|restrict|"
    r"_Bool|_Thread_local|_Noreturn|_Atomic|_Complex|__extension__|__inline\w*|__attribute__|"
    r"__declspec|__block|__weak|__global__|__device__|__host__|__shared__|__constant__|"
    r"__forceinline__|__noinline__|__managed__|__restrict\w*)\b)"
)

PLAIN = r"\b(?:void|bool|char|short|int|long|float|double|signed|unsigned)\b"

LOWER = re.compile(
    rf"^[ \t]*(?:(?:static|extern|inline)\s+)*((?:{KEYWORDS}[a-z_]\w*\s+)+)"
    rf"(?={WORD}|{KEYWORDS}[A-Za-z_]\w*[\s*&]+{KEYWORDS}[A-Za-z_]\w*\s*\()"
    rf"|{PLAIN}[\s*]+({KEYWORDS}[a-z_]\w*\s+)(?={KEYWORDS}[A-Za-z_]\w*\s*\()",
    re.MULTILINE,
)
"""Macros in small letters, before a declaration or between a type and a name."""

BEFORE_WORD = frozenset(");}{")
"""What may stand before macros behind which no declaration goes on."""

REACH = 200
"""How many characters before a macro are looked at."""


def find_macros(text: str) -> Iterator[tuple[int, int]]:
    """Find the macros in a text that has neither comments nor literals."""
    yield from (match.span(match.lastindex or 0) for match in LOWER.finditer(text))
    end = directive = 0
    for token in TOKEN.finditer(text):
        start = token.start()
        if not token["word"]:
            directive = token.end()
        elif start >= end and CAPITALS.search(token["word"]):
            before = text[max(directive, start - REACH) : start].rstrip()
            is_type = end and not text[end:start].strip()
            if is_type:
                continue
            if before[-1:] in BEFORE_WORD or FOLLOWED.match(text, start):
                found = (a.match(text, start) for b, a in AROUND if b.search(before))
                if match := next(filter(None, found), None):
                    end = match.end(1)
                    yield start, end
