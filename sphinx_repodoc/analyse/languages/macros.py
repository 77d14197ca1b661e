"""Macros where no grammar of C and its kin can know them, found by where they stand.

Macros are taken for what their authors write them as: in capitals, maybe after a prefix as in
``Py_DEPRECATED``; what stands around them shows that they are neither type nor name. They still
stand in the heads, which show the text as written.
"""

import re
from collections.abc import Iterator

from sphinx_repodoc.analyse.languages.conditions import DIRECTIVE


def _one_of(*words: str) -> str:
    r"""Match a word that begins with its first letter: a search can skip to that, not to ``\b``."""
    return "(?:" + "|".join(rf"{word[0]}(?<!\w.){word[1:]}" for word in words) + r")\b"


NAME = r"_*(?:[A-Za-z]*[a-z][A-Za-z]*_)?[A-Z][A-Z0-9_]{2,}(?!\w)"

ARGUMENTS = r"\((?:[^();]|\((?:[^();]|\([^();]{0,999}\)){0,999}\)){0,999}\)"
"""Up to three levels deep, and of bounded length: each step is taken once for each macro."""

CALL = rf"{NAME}[ ]?{ARGUMENTS}"

MACRO = rf"{NAME}(?:[ ]?{ARGUMENTS})?"

TOKEN = re.compile(rf"{DIRECTIVE.pattern}|(?P<word>[A-Z_](?<!\w.)\w*)")

WORD = (
    r"(?:void|bool|char|short|int|long|float|double|signed|unsigned|auto|struct|class|enum|union|"
    r"static|inline|extern|typedef|template|virtual|explicit|friend|constexpr|using|namespace|"
    r"__inline|__inline__|__attribute__|size_t|u?int\d+_t)\b"
)
"""What begins a declaration and does not follow a type in one."""

OTHER = (
    r"(?!(?:const|volatile|and|or|not|in|if|else|for|while|return|case|do|goto|operator|noexcept|"
    r"override|final|__attribute__|__asm__)\b)"
)
"""Not a word that may follow a type or an operand."""

TYPE = r"[A-Za-z_][\w:]*(?:<[^;{}()]{0,300}>|\([\w\s*]*\))?(?:\s*[*&]+\s*|\s+)"

NAMED = r"[A-Za-z_][\w:]*\s*(?:final\s*)?(?:<[^;{}()]{0,300}>\s*)?"

AFTER_TYPE = (
    r"[\w)*&>](?<!\bstatic)(?<!\bconst)(?<!\bextern)(?<!\binline)(?<!\bstruct)(?<!\bvirtual)"
    r"(?<!\bconstexpr)(?<!\breturn)(?<!\bexplicit)(?<!\bfriend)(?<!\bvolatile)(?<!\belse)"
)

DECLARED = (
    r"(?:[\w*&>)][\s*&]*(?:[\s*&][\w:~]+|\(\s*\*+\s*\w+\s*\))|::~\w+|operator\s*[^\w\s(]+)"
    r"\s*\([^;{}=]*\)"
)

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

PARAMETER = rf"[(,]\s*(?:[\w:]+[\s*&]+){{1,4}}{KEYWORDS}\w+"

AROUND = tuple(
    (re.compile(before + r"\Z"), re.compile(rf"\s*{after}"))
    for before, after in (
        (r"\b(?:class|struct|union|enum)(?:\s*\[\[[^\]]*\]\])*", rf"{NAMED}(?:\{{|:[^:])"),
        (r"\bclass", r"[A-Za-z_][\w:]*\s*;"),
        (r"\b(?:class|struct|union)\s+[A-Za-z_]\w*", r"(?::[^:]|\{)"),
        (r"", rf"(?:{WORD}|@|\[\[|~|operator\s+(?!new\b|delete\b)\w)"),
        (r"", r"[A-Za-z_][\w:]*\s*\([^;{}]{0,999}\)\s*(?:noexcept\s*)?:[^:]"),
        (
            r"",
            rf"(?:const\s+)?{OTHER}{TYPE}(?:(?:const\s+)?{OTHER}\w+\s*[(;=,\[:]|operator\b|\(\s*\*?\s*\w+\s*\)\s*\()",
        ),
        (DECLARED, r"[;{]"),
        (AFTER_TYPE, rf"{OTHER}[A-Za-z_][\w:]*\s*\("),
        (r"\(", r"\*\s*\w+\s*\)\s*\("),
        (PARAMETER, r"[,)]"),
        (r"", r"(?:\w+::)+operator\s+(?!new\b|delete\b)\w"),
        (rf"\btypedef\s+(?:const\s+)?{KEYWORDS}{TYPE}{KEYWORDS}\w+", r";"),
        (r"\*", r"[a-z_]\w*\s*[;,)=\[(]"),
        (r"[;}]", r"(?:[#}]|\Z)"),
        (r"\b(?:struct|union|class)\b[^;{}()]*\{", r"\}"),
    )
)
"""What stands before and behind macros that are blanked out."""

ALONE = (
    (
        re.compile(r"(?:[;{}:)]|^)\Z"),
        re.compile(
            rf"((?:{CALL}[ \t]*\n\s*){{1,50}})(?={NAME}|(?![A-Za-z_]\w*\s*\()[A-Za-z_#}}@~]|\Z)"
        ),
    ),
    (re.compile(r"(?:[;{}]|^)\Z"), re.compile(rf"({NAME}[ \t]*:)[ \t]*\n")),
    (re.compile(r"(?:[;{}:]|^)\Z"), re.compile(rf"({CALL}\s*(?:=[^;{{}}]*)?;)")),
)
"""What stands before macros that are lines of their own, and these."""

OF_TYPE = (
    re.compile(r"(?:[;{}]|\w|^)\Z"),
    re.compile(rf"{NAME}[ ]?({ARGUMENTS})(?=[\s*&]+[A-Za-z_])"),
)
"""What stands before a macro that is a type, and its arguments."""

CLASS = re.compile(rf"{_one_of('class', 'struct', 'union')}\s+({NAME})\s*(?:final\s*)?[:{{]")
"""A type whose name is in capitals."""

NEXT = re.compile(rf"\s*({MACRO})")

CAPITALS = re.compile("[A-Z][A-Z0-9_]{2,}$")

PLAIN = _one_of(
    *("void", "bool", "char", "short", "int", "long", "float", "double", "signed", "unsigned")
)

LOWER = rf"{KEYWORDS}(?!\w*_t\b)[a-z_]\w*"
"""A word that may be a macro in small letters; what ends like a type is one."""

CERTAIN = (
    # `macro T x;`, `static macro T f(`
    re.compile(
        rf"^[ \t]*(?=[a-z_]\w*\s+[A-Za-z_])(?:(?:static|extern|inline|constexpr)\s+)*"
        rf"((?:{LOWER}\s+){{1,6}})"
        rf"(?={WORD}|_Atomic\b"
        rf"|(?:const\s+)?{KEYWORDS}[A-Za-z_]\w*[\s*&]+{KEYWORDS}[A-Za-z_]\w*\s*[(;=\[])",
        re.MULTILINE,
    ),
    # `int macro f(`
    re.compile(
        rf"(?:{PLAIN}|\*|_t\b)[\s*]*\s((?:{LOWER}\s+){{1,6}})"
        rf"(?={KEYWORDS}[A-Za-z_]\w*\s*\((?!\())"
    ),
    # What the grammars know nowhere but at the front: `int inline f(`
    re.compile(
        rf"(inline(?<!\winline)\s+)(?={KEYWORDS}\w+\s*\(|friend\b|(?:{NAME}\s+)?(?:\w+::)+operator\b)"
    ),
    re.compile(r"(constexpr\s+)(?=friend\b)"),
    re.compile(rf"(__inline(?:__)?\s+)(?={KEYWORDS}\w+\s*\()"),
    # `f(int a) __macro__;`
    re.compile(r"\)\s*(__[a-z]\w*__)(?=\s*[;{])"),
    # `int f(int a) macro;`
    re.compile(
        r"^(?!typedef\b)(?:[A-Za-z_]\w*[\s*]+){1,6}\w+\s*\([^;{}]{0,999}?\)"
        rf"\s*({LOWER})(?=\s*(?:;|__attribute\b))",
        re.MULTILINE,
    ),
    # `int x[] macro;`
    re.compile(rf"\](?<!\]\])\s*({LOWER})(?=\s*;)"),
    # What only some compilers know
    re.compile(rf"(__(?:attribute|pragma|launch_bounds__|align__)\s*{ARGUMENTS})"),
    re.compile(rf"(_Pragma\s*{ARGUMENTS})"),
    re.compile(r"(__(?:host|device|forceinline|noinline)__)"),
    re.compile(rf"using\s+\w+\s*(__attribute__\s*{ARGUMENTS})(?=\s*=)"),
    # `typedef list(T) name;`
    re.compile(
        rf"typedef\s+(?!\w*(?:typeof|decltype|_Atomic))[a-z_]\w*\s*({ARGUMENTS})(?=\s*\w+\s*;)"
    ),
    # `_Atomic(T) x`: the brackets go
    re.compile(r"(_Atomic\s*\()[\w\s*]{1,99}(\))(?=[\s*]*\w)"),
    # `int f PARAMS((int a));`: the macro goes, and its bracket
    re.compile(
        r"([A-Z_](?<=[a-z0-9_][ \t].)(?<!\breturn..)(?<!\belse..)(?<!\bcase..)[A-Z_]*[ ]?\()"
        rf"(?=\(){ARGUMENTS}\s*(\))(?=\s*[;{{])"
    ),
    # `T *f(a)`, `int a;`, `{`: the types of parameters go, as they did in C before 1989
    re.compile(
        rf"^\w[^;{{}}()\#\n]*\b{KEYWORDS}\w+\s*\([\w\s,]+\)[ \t]*\n"
        r"((?:[ \t]*[A-Za-z_][^{}\#\n]*;[ \t]*\n){1,20})(?=\{)",
        re.MULTILINE,
    ),
    # `static MAKE(a)` and `make(a)` on lines of their own
    re.compile(
        rf"(static(?<!\wstatic)\s+{CALL})[ \t]*\n"
        r"(?=\s*(?:(?:static|extern|typedef)\b|\#|\Z))"
    ),
    re.compile(rf"\n[ \t]*\n([a-z_]\w*\s*{ARGUMENTS})[ \t]*\n(?=\s*(?:static|extern|typedef)\b)"),
    # `f(T* = nullptr)`
    re.compile(r"(\*)(?:\s*=\s*nullptr|\s+=\s*(?:0|NULL))\s*[,)>]"),
    # Of Qt
    re.compile(r"(?:public|private|protected)\s+(slots|Q_SLOTS)\b"),
    re.compile(r"((?:signals|Q_SIGNALS)\s*:)[ \t]*\n"),
    # `enum : T {`
    re.compile(r"enum\s*(:[\w:\s]{1,100})(?=\{)"),
    # `template <class T, REQUIRES(x)>`
    re.compile(rf"(,\s*{CALL})(?=\s*>)"),
)
"""What goes for certain, each group of it: most are macros in small letters."""

CLOSED = frozenset(");}{")
"""What may stand before macros behind which no declaration goes on."""

OPEN = re.compile(r"\s*[A-Za-z_@*\[{~]")
"""What follows macros that belong to a declaration."""

MOST = 6
"""How many macros may stand one behind the other."""

REACH = 200
"""How many characters before a macro are looked at."""


def find_macros(text: str) -> Iterator[tuple[int, int]]:
    """Find the macros in a text that has neither comments nor literals."""
    code = DIRECTIVE.sub(lambda directive: _clear(directive[0]), text)
    for pattern in CERTAIN:
        yield from (span for match in pattern.finditer(code) for span in match.regs[1:])
    classes = frozenset(CLASS.findall(text))
    end = directive = 0
    follows = -1
    for token in TOKEN.finditer(text):
        start = token.start()
        if not token["word"]:
            directive = token.end()
        elif start >= end and CAPITALS.search(token["word"]) and token["word"] not in classes:
            if start == follows:
                continue  # a type, as macros stand before it
            before = text[max(directive, start - REACH) : start].rstrip()
            if place := _find_blank(text, start, before):
                end = place[1]
                follows = _skip_blanks(text, end) if text[end - 1] != ";" else -1
                yield place


def _skip_blanks(text: str, start: int) -> int:
    while text[start : start + 1].isspace():
        start += 1
    return start


def _clear(directive: str) -> str:
    """Return as many characters, with nothing left but what shows that it is a directive."""
    return "#" + "\n".join(" " * len(line) for line in directive[1:].split("\n"))


def _find_blank(text: str, start: int, before: str) -> tuple[int, int] | None:
    """Find what to blank out of macros that stand at a place."""
    for b, whole in ALONE:
        if (match := whole.match(text, start)) and b.search(before):
            return match.span(1)
    ends = list(_find_ends(text, start))
    if not ends or before.endswith("["):
        return None
    if before[-1:] in CLOSED or OPEN.match(text, ends[-1]) or before[-1:].isalnum():
        for b, after in AROUND:
            end = next((end for end in reversed(ends) if after.match(text, end)), None)
            if end and b.search(before):
                return start, end
    match = OF_TYPE[1].match(text, start)
    return match.span(1) if match and OF_TYPE[0].search(before) else None


def _find_ends(text: str, start: int) -> Iterator[int]:
    """Yield where each of the macros ends that stand one behind the other."""
    for _ in range(MOST):
        match = NEXT.match(text, start)
        if not match:
            return
        start = match.end()
        yield start
