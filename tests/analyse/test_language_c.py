"""What is in a C file."""

from time import perf_counter

import pytest

from sphinx_repodoc.model.facts import LineCounts
from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.import_contexts import ImportContext
from tests.analyse.language_facts import facts_of, heads_of, kinds_of, symbol_of

KINDS = [
    ("int f(void) { int x; return x; }", {"f": "function"}),
    ("int *(*f(int a))(int) { return 0; }", {"f": "function"}),
    ("int f(a, b) int a; char *b; { return a; }", {"f": "function"}),
    ("int f(void), *g(int), x;", {"f": "prototype", "g": "prototype", "x": "variable"}),
    ("void (f)(int);", {"f": "prototype"}),
    ("int (*p)(void), *(*q[3])(int);", {"p": "variable", "q": "variable"}),
    ("extern int x, *y[]; extern int z = 1;", {"x": "extern variable", "z": "variable"}),
    ("typedef int a, *b[2]; typedef unsigned char uint8_t;", {"a": "typedef", "b": "typedef"}),
    ("typedef void (*cb)(int); typedef int fn(int);", {"cb": "typedef", "fn": "typedef"}),
    (
        "typedef struct s { int a:3, *b; } s_t, *s_p;",
        {"s": "struct", "s.a": "member", "s.b": "member", "s_t": "typedef", "s_p": "typedef"},
    ),
    ("typedef struct { int a; } t, *p;", {"t": "typedef", "t.a": "member", "p": "typedef"}),
    ("struct { int a; } x, y;", {"x": "variable", "x.a": "member", "y": "variable"}),
    (
        "struct s { union { int a; struct { int b; } c; }; int (*f)(int); };",
        {"s.a": "member", "s.c": "member", "s.c.b": "member", "s.f": "member"},
    ),
    ("enum e { A = 1, B }; enum { C };", {"e": "enum", "e.A": "enumerator", "C": "enumerator"}),
    ("enum { A, B } state;", {"A": "enumerator", "state": "variable"}),
    ("union u { int a; } x;", {"u": "union", "u.a": "member", "x": "variable"}),
    ("#define A\n#define B(x) x\\\n  + 1 /* no */ + 2\nint c;", {"A": "macro", "B": "macro"}),
    ("struct s {\n#define IN 1\n int a;\n};", {"IN": "macro", "s.a": "member"}),
    ('extern "C" { int f(void); }\nextern "C" int g(void) { }', {"f": "prototype"}),
    (
        "#ifdef A\nint a;\n#elif B\nint b;\n#else\nint c;\n#endif",
        {"a": "variable", "c": "variable"},
    ),
    ("PyAPI_FUNC(int) f(void);", {"f": "prototype"}),
    (
        "#if A\nT (*f)(void);\nT *(*g)(T *t);\n#endif\nT (*h)(int) = 0;",
        {"f": "variable", "g": "variable", "h": "variable"},
    ),
    ("char *f(a, b)\n  char *a;\n  int b;\n{\n}", {"f": "function"}),
    ('extern "C" char **x;', {"x": "extern variable"}),
]
"""Texts, and some of what is in them."""

MACROS = [
    ("API const char *f(void);", {"f": "prototype"}),
    ("API foo_t *f(void) {\n}", {"f": "function"}),
    ("static FOO f(int);", {"f": "prototype"}),
    ("DWORD WINAPI f(int x) { }", {"f": "function"}),
    ("void f(const char *a, ...) FORMAT(1, 2);", {"f": "prototype"}),
    (
        "G_BEGIN_DECLS\ntypedef int t;\nint f(void);\nG_END_DECLS",
        {"t": "typedef", "f": "prototype"},
    ),
    ("struct s PACKED {\n int a; };", {"s": "struct", "s.a": "member"}),
    ("struct PACKED s { HEAD\n int a; };", {"s": "struct", "s.a": "member"}),
    ("typedef void (CALLBACK *cb)(int);", {"cb": "typedef"}),
    ("DECLARE(a)\nstatic int x;", {"x": "variable"}),
    ("exported struct s *f(void);\nint hidden g(void) { }", {"f": "prototype", "g": "function"}),
    ("static int f(int x,\n  int y)\n  internal_function;", {"f": "prototype"}),
    ("int *MUTABLE p;", {"p": "variable"}),
    ('const char *s = "API int g(void);"; // API int h(void);', {"s": "variable"}),
    ("enum { FIRST,\n SECOND\n};", {"FIRST": "enumerator", "SECOND": "enumerator"}),
    ("DWORD x; HANDLE f(DWORD y);", {"x": "variable", "f": "prototype"}),
    ("int f(int a UNUSED, char **b UNUSED) { }", {"f": "function"}),
    ("API foo_t (f)(int a);", {"f": "prototype"}),
    ("API const char *(*f)(int a) PURE PRINTF(3, 4);", {"f": "variable"}),
    ("void f(void) { T (*g)(void); T (*h)(void) = 0; }", {"f": "function"}),
    ("static long __inline f(int a) { }", {"f": "function"}),
    ("typedef list(node_t) list_t;", {"list_t": "typedef"}),
    ("struct s {\n shared _Atomic(int) a;\n};", {"s": "struct", "s.a": "member"}),
    (
        "extern local const node_t x;\nshared time_t y;\nnode_t const z;",
        {"x": "extern variable", "y": "variable", "z": "variable"},
    ),
    ("static node_t *\ninternal __attribute ((pure))\nf(int a) { }", {"f": "function"}),
    ("static node_t\ninternal __warn_unused__\nf(int a) { }", {"f": "function"}),
    (
        "extern int x[] hidden;\nint f(int a)\n internal __attribute ((pure));",
        {"x": "extern variable", "f": "prototype"},
    ),
    ("int f PARAMS((int a));\nint g P((void)) {\n}", {"f": "prototype", "g": "function"}),
    ("__pragma(warning(pop))\nint x;", {"x": "variable"}),
    ("int x;\n\ngen(static, a_t)\n\nstatic int f(void) { }", {"x": "variable", "f": "function"}),
    (
        "#define M(a, /* one\n two */ b) { \\\n int x; /* \\\n */ \\\n int y; }\nint c;",
        {"M": "macro", "c": "variable"},
    ),
    (
        "int a[] = {\n#define M(x) #x,\n LIST\n#undef M\n};\nint b;",
        {"a": "variable", "M": "macro", "b": "variable"},
    ),
    ("enum { A,\n#define B 1\n C };", {"A": "enumerator", "B": "macro", "C": "enumerator"}),
]
"""Texts with macros, or what looks like them, and all that is in them."""

CONDITIONS = [
    (
        "#ifdef A\nint f(int a) {\n#else\nint f(long a) {\n#endif\n}\nint g;",
        {"f": "function", "g": "variable"},
    ),
    (
        '#ifdef __cplusplus\nextern "C" {\n#endif\nint f();\n#ifdef __cplusplus\n}\n#endif\nint g;',
        {"f": "prototype", "g": "variable"},
    ),
    ("int a =\n#ifdef A\n1\n#else\n2\n#endif\n;\nint b;", {"a": "variable", "b": "variable"}),
    ("enum { A,\n#ifdef X\n B,\n#else\n C,\n#endif\n D };", dict.fromkeys("ABCD", "enumerator")),
    ("#if 0\nint f(void) {\n#endif\nint g;", {"g": "variable"}),
    (
        "struct s a[] = {\n#ifdef X\n {1},\n#else\n {2},\n#endif\n {3}\n};\nint b;",
        {"a": "variable", "b": "variable"},
    ),
]
"""Texts with conditions that part what belongs together, and all that is in them."""

NOTHING = [
    "",
    "// int f(void);\n/* struct s { int a; }; */",
    "MODULE(x);\nMODULE(y);\nMODULE(z);\nMODULE2(y)",
    "TEST(a, b) {\n#ifdef X\n int x;\n#endif\n}",
    '_Static_assert(sizeof(int) == 4, "int f(void);");',
    "struct s;",
    "rb_gen(static UNUSED, tree_, tree_t,\n  link)",
    "#if 0\nint a[] = {\n#define M 1\n};\n#endif",
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    assert kinds.items() <= kinds_of(text, "C").items()


@pytest.mark.parametrize(("text", "kinds"), MACROS + CONDITIONS)
def test_the_preprocessor_hides_nothing(text: str, kinds: dict[str, str]) -> None:
    assert kinds_of(text, "C") == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, "C").symbols == ()


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (
            "int *a, **b[3] = {0}, (*c)(int);",
            ["int *a", "int **b[3]", "int (*c)(int)"],
        ),
        (
            "typedef struct s { int a; } *t;",
            ["struct s", "int a", "typedef struct s {…} *t"],
        ),
        ("API static int f(int a,\n  int b) { }", ["API static int f(int a, int b)"]),
        ("int f(a) int a; { }", ["int f(a)"]),
        ("T (*f)(void) = 0;", ["T (*f)(void)"]),
        ("int a[] = {\n#define M(a, \\\n b) a\n};", ["int a[]", "#define M(a, b)"]),
        ("int (*f(int a))(int) { }", ["int (*f(int a))(int)"]),
        ('extern "C" int f(void) { }', ['extern "C" int f(void)']),
        ("enum e { A = 1 };", ["enum e", "A"]),
        ("#define M(a, b) a + \\\n b", ["#define M(a, b)"]),
        ("[[nodiscard]] int f(void);", ["int f(void)"]),
    ],
)
def test_heads_are_as_written(text: str, heads: list[str]) -> None:
    assert heads_of(text, "C") == heads


@pytest.mark.parametrize(
    ("text", "name", "documentation"),
    [
        ("/**\n * \\brief Does it.\n * @param a no\n */\nint f(int a);", "f", "Does it."),
        ("// One,\n// two.\nint f(int a);", "f", "One,\ntwo."),
        ("/* s */\ntypedef struct s { int a; } t;", "s", "s"),
        ("/* t */\ntypedef struct s { int a; } t;", "t", "t"),
        ("struct s { int a; /**< the a */ int b; };", "s.a", "the a"),
        ("struct s { int a, /* no */ b; // the b\n};", "s.b", "the b"),
        ("#define A 1 /* one */\n", "A", "one"),
        ("int f(void) {\n} /* end of f */", "f", ""),
        ("/* far */\n\nint f(void);", "f", ""),
        ("/* f */\nDEPRECATED(2)\nAPI int f(void);", "f", "f"),
        ("/** @file\n * This file. */\nint f(void);", "f", ""),
    ],
)
def test_comments_above_and_behind_document(text: str, name: str, documentation: str) -> None:
    assert symbol_of(text, "C", name).documentation == documentation


@pytest.mark.parametrize(
    ("text", "documentation"),
    [
        ("/* Of the file. */\n\n#include <a.h>\n", "Of the file."),
        ("/** @file x.h\n * Of the file. */\nint f(void);", "Of the file."),
        ("#ifndef X_H\n#define X_H\n/* Of the file. */\n\nint f(void);\n#endif", "Of the file."),
        ("#pragma once\n// Of the file.\n\nint f(void);", "Of the file."),
        ("#ifndef X_H\n#define X_H\n/* Of f. */\nint f(void);\n#endif", ""),
    ],
)
def test_the_first_comment_speaks_of_the_file(text: str, documentation: str) -> None:
    assert facts_of(text, "C").documentation == documentation


def test_includes_with_their_conditions() -> None:
    text = (
        '#ifndef X_H\n#define X_H\n#include <stdio.h>\n#ifdef A\n# include "a.h"\n#endif\n#endif\n'
    )
    facts = facts_of(text, "C")
    assert [(i.keyword, i.module, i.line, i.context) for i in facts.imports] == [
        ("include", "<stdio.h>", 3, ImportContext.MODULE),
        ("include", "a.h", 5, ImportContext.CONDITIONAL),
    ]


def test_only_what_is_static_is_not_public() -> None:
    facts = facts_of("static int f(void) { }\nint g;", "C")
    assert {s.name: s.is_public for s in facts.symbols} == {"f": False, "g": True}


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("/* a */\n#ifndef A_H\n#define A_H\nint x;\n#endif /* A_H */\n", ["x"]),
        ("#pragma once\n#if !defined(A_H)\n#define A_H\nint x;\n#endif", ["x"]),
        ("#ifndef A_H\n#define A_H 1\nint x;\n#endif", ["A_H", "x"]),
        ("#ifndef A_H\n#define A_H\n#endif\nint x;", ["A_H", "x"]),
        ("#define A_H\nint x;", ["A_H", "x"]),
    ],
)
def test_include_guards_are_not_public(text: str, public: list[str]) -> None:
    symbols = facts_of(text, "C").symbols
    assert [symbol.name for symbol in symbols] == ["A_H", "x"]
    assert [symbol.name for symbol in symbols if symbol.is_public] == public


def test_a_macro_on_a_line_of_its_own_belongs_to_nothing() -> None:
    text = "static MAKE(a)\nstatic MAKE(b)\n\nstatic int f(void) {\n}"
    assert symbol_of(text, "C").span == Span(4, 5)


def test_the_entry_point() -> None:
    entry = facts_of("int x;\nint\nmain(int argc, char *argv[]) {\n}", "C").entry_point
    assert entry
    assert (entry.line, entry.end_line) == (2, 4)


def test_lines_are_counted() -> None:
    text = "/* a\n\n b */\n#define X /* c */ \\\n 1\n\nAPI int f(void); // d\n// e\n"
    assert facts_of(text, "C").lines == LineCounts(code=3, comment=4, blank=1)


@pytest.mark.parametrize(
    "text",
    ["FOO\n", "FOO(", "foo ", "#if A\n{\n", "enum : ", "FOO x(a, ", "{", "'", "typedef "],
)
def test_weird_texts_take_no_longer_than_others(text: str) -> None:
    start = perf_counter()
    facts_of(text * 5000, "C")
    assert perf_counter() - start < 10
