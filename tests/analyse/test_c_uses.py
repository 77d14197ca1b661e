"""Which names a file of C uses that may be defined elsewhere, and what its macros do."""

import pytest

from sphinx_repodoc.analyse.facts import find_facts
from sphinx_repodoc.model.facts import Facts


def facts_of(text: str) -> Facts:
    facts = find_facts(text, "C")
    assert facts
    return facts


def uses_in(text: str) -> str:
    uses = facts_of(text).uses
    return "; ".join(f"{use.name} {' '.join(map(str, use.lines))}" for use in uses)


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("int f(void) {\n  return LIMIT;\n}", "LIMIT 2"),
        ("list *f(list *list) { return list; }", "list 1"),
        ("list *f(void) {\n  list *list;\n}", ""),
        ('int a = sizeof(T); // U\nchar *b = "V";', "T 1"),
        ("int f(int a) { return a->b.c + d /* . */ . e; }", "d 1"),
        ("int f(int a) { again: if (a) goto again; }", ""),
        ("T t = { .one = N, two: M };", "M 1; N 1; T 1"),
        ("struct s *f(struct t { int a; } *b);\nstruct u;", "struct s 1"),
        ("enum e { A = B };\ntypedef A *C;", "A 2; B 1"),
        ("int f(void) {\n  g(a, b + c);\n}", "b 2; c 2; g 2; g(a 2"),
        ("int f(void) { G(a /* 1 */, b + c); }", "G 1; G(a 1; G(b 1; G(c 1"),
        ("#ifndef A_H\n#define A_H\n#if defined(B) && C > 3 // D\n#endif\n#endif", "#B 3; #C 3"),
        ("#define M N\n#undef U\nint a = U + V;", "V 3"),
        ("int f(void) { return a b; }\nint g(void) { return c; }", "c 2"),
        ("T (*f)(void) = g;", "T 1; g 1"),
    ],
)
def test_a_name_is_used_where_nothing_around_it_declares_it(text: str, uses: str) -> None:
    assert uses_in(text) == uses


@pytest.mark.parametrize(
    ("text", "macros"),
    [
        ("#define A(x) do { if (x > 3) f(x); } while (0)", ["A f if while True False"]),
        ("#define A(x) #x", ["A False False"]),
        ("#define A(x) f(&s, x->y)", ["A f True False"]),
        ("#define A(x) f(s.x)", ["A f False False"]),
        ("#define A(x) int x = 0", ["A False False"]),
        ("#define A(x, ...) (g) \\\n  (B(x), __VA_ARGS__)", ["A B True False"]),
        ("#define A B\n#define C 1\n#if D\n#define E 2\n#endif", ["A B True False", "E True True"]),
        ("#ifndef H\n#define H\n#define C 1\n#endif", []),
    ],
)
def test_a_macro_is_plain_if_it_evaluates_its_arguments(text: str, macros: list[str]) -> None:
    found = facts_of(text).macros
    assert macros == [
        " ".join(map(str, (each.name, *each.callees, each.is_plain, each.is_conditional)))
        for each in found
    ]
