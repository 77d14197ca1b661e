"""What is in a C++ file."""

import pytest

from sphinx_repodoc.model.facts import LineCounts
from sphinx_repodoc.model.files import Span
from tests.analyse.language_facts import facts_of, heads_of, imports_of, kinds_of, symbol_of

KINDS = [
    (
        "namespace a::b { inline namespace c { int x; } namespace { int y; } }",
        {"a.b": "namespace", "a.b.c": "namespace", "a.b.c.x": "variable", "a.b.y": "variable"},
    ),
    ("namespace fs = std::filesystem;", {"fs": "namespace alias"}),
    ("class A final : B { };", {"A": "class"}),
    ("struct A<int>::B<3> { int x; };", {"A<int>.B<3>": "struct", "A<int>.B<3>.x": "member"}),
    (
        "class A { A(); A(int x) : x(x) {} ~A(); template <class T> A(T t); };",
        {"A": "class", "A.A": "constructor", "A.~A": "destructor"},
    ),
    (
        "class A { void f(); int g() { return 1; } virtual int h() = 0; static int i(); };",
        {"A": "class"} | dict.fromkeys(["A.f", "A.g", "A.h", "A.i"], "method"),
    ),
    (
        "class A { int a, *b; static const int c = 3; void (*d)(int); int e{1}; };",
        {"A": "class"} | dict.fromkeys(["A.a", "A.b", "A.c", "A.d", "A.e"], "member"),
    ),
    (
        "class A {\n#ifdef X\n void f();\n int x;\n#endif\n};",
        {"A": "class", "A.f": "method", "A.x": "member"},
    ),
    (
        "struct A { bool operator ==(A); operator const T&() const; void *operator new(size_t); };",
        {"A": "struct"}
        | dict.fromkeys(["A.operator==", "A.operator const T&", "A.operator new"], "method"),
    ),
    (
        "class A { friend class B; friend void f(); friend bool operator==(A, A) { return 1; } };",
        {"A": "class", "A.operator==": "friend function"},
    ),
    ("template <class T> void A<T>::f() {}", {"A.f": "method"}),
    ("int A::f() const { return 1; }", {"A.f": "method"}),
    ("void a::f() {}", {"a.f": "function"}),
    (
        "A::A() {}\nA::~A() {}\nA::operator int() {}",
        {"A.A": "constructor", "A.~A": "destructor", "A.operator int": "method"},
    ),
    ("int A::x = 3, B::y;", {"A.x": "variable", "B.y": "variable"}),
    ("template <class T> concept C = requires(T t) { t; };", {"C": "concept"}),
    ("using X = int; template <class T> using Y = T;", {"X": "type alias", "Y": "type alias"}),
    (
        "enum class E : int { A }; enum : char { B };",
        {"E": "enum", "E.A": "enumerator", "B": "enumerator"},
    ),
    ("auto f = [](int x) { int y; return y; };", {"f": "variable"}),
    (
        "auto f() -> int requires C<int> { struct S { int x; }; return 1; }",
        {"f": "function", "f.S": "struct", "f.S.x": "member"},
    ),
    ('int operator""_km(long double x);', {'operator""_km': "prototype"}),
    ("template <> void f<int>(int) {}", {"f<int>": "function"}),
    ("template <class T> constexpr bool v = true;", {"v": "variable"}),
    ('extern "C" { void f(); }', {"f": "prototype"}),
]

MACROS = [
    ("class API A { public: int x; };", {"A": "class", "A.x": "member"}),
    ("struct API A : public B { void f(); };", {"A": "struct", "A.f": "method"}),
    ("class [[nodiscard]] API A : B { };", {"A": "class"}),
    ("class API A;", {}),
    (
        "struct A {\n T operator++() NOEXCEPT { }\n inline friend T &operator<<(T &a, B b) { }\n};",
        {"A": "struct", "A.operator++": "method", "A.operator<<": "friend function"},
    ),
    (
        "void A::f() LOCKED_(b_) { }\nA::~A() LOCKED_(b_) { }\ninline API A::operator int() { }",
        {"A.f": "function", "A.~A": "destructor", "A.operator int": "method"},
    ),
    ("void f(enable_if_t<A, B>* = nullptr) { g<true>(); }", {"f": "function"}),
    ("struct A { static constexpr __host__ a::T f() { } };", {"A": "struct", "A.f": "method"}),
    ("struct A { bool defined() const { } };", {"A": "struct", "A.defined": "method"}),
    (
        "#ifdef __cplusplus\n}\nclass A {\n int x;\n};\n#endif",
        {"A": "class", "A.x": "member"},
    ),
    (
        "class A {\n A(int x) :\n#ifdef X\n  y_(x),\n#endif\n  x_(x) {}\n};\nclass B {};",
        {"A": "class", "A.A": "constructor", "B": "class"},
    ),
    ("#if HAS(a::b)\nint x;\n#endif\nint y;", {"x": "variable", "y": "variable"}),
    ("class A {\n int x;\n DEFAULTS({1, B(2)})\n};", {"A": "class", "A.x": "member"}),
    ("inline API A::A(int x) : x_(x) {}", {"A.A": "constructor"}),
    ("API float operator/(A a, float b)\n    __ignore__ {\n}", {"operator/": "function"}),
    (
        "struct A { INLINE A(int x) : x_(x) {} INLINE A& operator=(A&&) & { return *this; } };",
        {"A": "struct", "A.A": "constructor", "A.operator=": "method"},
    ),
    (
        "class A {\n Q_OBJECT\n public slots:\n  void f();\n signals:\n  void g();\n};",
        {"A": "class", "A.f": "method", "A.g": "method"},
    ),
    (
        "class A {\n PROPERTY(int, x) = 3;\n MOCK_METHOD(void, f, (int x), (const));\n int y;\n};",
        {"A": "class", "A.y": "member"},
    ),
    ("class UUID { UUID(); UUID(int x); };", {"UUID": "class", "UUID.UUID": "constructor"}),
    ("#if HAS_INCLUDE(<a.h>) && X\nint a;\n#endif", {"a": "variable"}),
    ("inline API std::size_t\nssize(int a) NOEXCEPT {}", {"ssize": "function"}),
    ("class A {\n int x;\n}\nB f() {}", {"A": "class", "A.x": "member"}),
    ("template <class T, ENABLE_IF(sizeof(T) > 1)>\nvoid f(T t);", {"f": "prototype"}),
]

NOTHING = [
    "",
    "// class A {};\n/* namespace n { void f(); } */",
    "class A;\nstruct B;\nenum class E : int;",
    "using namespace std;\nusing std::string;",
    'static_assert(true, "struct A { int x; };");',
    "TEST(A, b) { int x; struct { int y; } z; }",
    'TEST_CASE("a") { int x;\n#ifdef X\n int y;\n#endif\n}',
    "BENCHMARK(f)->Range(1, 2);",
    "import a;",
    "template class A<int>;",
]


@pytest.mark.parametrize(("text", "kinds"), KINDS + MACROS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    assert kinds_of(text, "C++") == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, "C++").symbols == ()


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (
            "template <class T>\nAPI T f(T t) noexcept { }",
            "template <class T> API T f(T t) noexcept",
        ),
        ("API void f() const;", "API void f() const"),
        ("class API A final : public B, C { };", "class API A final"),
        ("namespace a::b { }", "namespace b"),
        ("A::A(int x) : x(x) { }", "A(int x)"),
        ("enum class E : int { };", "enum class E : int"),
        ("using X = std::vector<int>;", "using X = std::vector<int>"),
        ("auto f() -> int { }", "auto f() -> int"),
        ("template <class T> concept C = true;", "template <class T> concept C"),
        ("A::operator bool() const { }", "operator bool() const"),
    ],
)
def test_heads_are_as_written(text: str, head: str) -> None:
    assert heads_of(text, "C++") == [head]


def test_bases_without_their_access() -> None:
    text = "class A : public B<int>, private virtual c::D, E { };"
    assert symbol_of(text, "C++").bases == ("B<int>", "c::D", "E")


@pytest.mark.parametrize(
    ("text", "name", "documentation"),
    [
        (
            "/// \\brief Does it.\n/// \\param t no\ntemplate <class T>\nvoid f(T t);",
            "f",
            "Does it.",
        ),
        ("/// A.\nclass API A { int x; ///< The x.\n};", "A", "A."),
        ("class A { int x; ///< The x.\n};", "A.x", "The x."),
        ("class A {\n //! F.\n [[nodiscard]] int f();\n};", "A.f", "F."),
    ],
)
def test_comments_document(text: str, name: str, documentation: str) -> None:
    assert symbol_of(text, "C++", name).documentation == documentation


def test_attributes_stand_apart() -> None:
    symbol = symbol_of("[[nodiscard]] int f();", "C++")
    assert symbol.decorators == ("[[nodiscard]]",)
    assert symbol.prefix == "int "


def test_includes_and_modules() -> None:
    text = '#include <vector>\n#include "a.h"\nimport b;\n'
    assert imports_of(text, "C++") == [("<vector>", []), ("a.h", []), ("b", [])]


@pytest.mark.parametrize(
    ("text", "tests"),
    [
        ("TEST(A, b) {}\nTEST_F(C, d) {}", [("googletest", "A.b"), ("googletest", "C.d")]),
        ('#include <catch2/catch_all.hpp>\nTEST_CASE("a b", "[c]") {\n}', [("catch2", "a b")]),
        ('#include "doctest.h"\nTEST_CASE("a b") {\n}', [("doctest", "a b")]),
        ('TEST_CASE("a b") {\n}', []),
        ("TEST(A) {}", []),
    ],
)
def test_test_cases(text: str, tests: list[tuple[str, str]]) -> None:
    assert [(t.framework, t.name) for t in facts_of(text, "C++").tests] == tests


def test_a_case_begins_with_its_macro() -> None:
    (case,) = facts_of('#include "doctest.h"\nTEST_CASE("a")\n{\n}\n', "C++").tests
    assert case.span == Span(2, 4)


def test_lines_are_counted() -> None:
    text = 'auto s = R"(\n\n// no\n)"; // yes\n// c\n\nint x;\n'
    assert facts_of(text, "C++").lines == LineCounts(code=5, comment=1, blank=1)
