"""What is in a Swift file."""

import pytest

from sphinx_repodoc.analyse.languages.swift import describe_swift
from sphinx_repodoc.model.facts import LineCounts
from tests.analyse.language_facts import facts_of, heads_of, imports_of, kinds_of, symbol_of

KINDS = [
    (
        "class A {\n  var x = 1, y: Int\n  let (p, q) = (1, 2)\n  func f() {}\n}",
        {"A": "class", "A.x": "property", "A.y": "property", "A.p": "property"}
        | {"A.q": "property", "A.f": "method"},
    ),
    (
        "struct S {\n  init?(x: Int) {}\n  deinit {}\n  subscript(i: Int) -> Int { i }\n}",
        {"S": "struct", "S.init": "initializer", "S.deinit": "deinitializer"}
        | {"S.subscript": "subscript"},
    ),
    (
        "enum E: Int {\n  case a, b = 2\n  indirect case c(Int, d: E)\n  func f() {}\n}",
        {"E": "enum", "E.a": "case", "E.b": "case", "E.c": "case", "E.f": "method"},
    ),
    (
        "protocol P {\n associatedtype A: B = C\n var p: Int { get set }\n func f()\n init()\n}",
        {"P": "protocol", "P.A": "associated type", "P.p": "property", "P.f": "method"}
        | {"P.init": "initializer"},
    ),
    ("distributed actor A {}", {"A": "actor"}),
    (
        "extension A.B: C {\n  func f() {}\n  var g: Int { 1 }\n}",
        {"A.B": "extension", "A.B.f": "method", "A.B.g": "property"},
    ),
    (
        "func f() {\n  let x = 1\n  func local() {}\n  class L {}\n}",
        {"f": "function"} | {"f.L": "class"},
    ),
    (
        "class A {\n var x: Int { didSet { let q = 1 } }\n lazy var y = { let z = 1; z }()\n}",
        {"A": "class", "A.x": "property", "A.y": "property"},
    ),
    ("let a = 1\nvar b = 2", {"a": "constant", "b": "variable"}),
    ("typealias T = Int\ntypealias U<X> = Array<X>", {"T": "type alias", "U": "type alias"}),
    (
        "infix operator +++: P\nprecedencegroup P { associativity: left }",
        {"+++": "operator"} | {"P": "precedence group"},
    ),
    (
        "struct S { static func == (l: S, r: S) -> Bool { true } }",
        {"S": "struct"} | {"S.==": "method"},
    ),
    ('macro m(_ x: Int) -> Int = #externalMacro(module: "M", type: "T")', {"m": "macro"}),
    ("#if os(iOS)\nclass A {}\n#else\nclass B {}\n#endif", {"A": "class", "B": "class"}),
    (
        'let s = """\nclass A {}\n"""\nlet t = "struct B {}" // enum C {}',
        {"s": "constant"} | {"t": "constant"},
    ),
    (
        "class A {\n  func f(g: () -> Void) { p.succeed(()); return () }\n  func h() {}\n}",
        {"A": "class", "A.f": "method", "A.h": "method"},
    ),
]

NOTHING = ["", "// class A {}\n/* class B {} /* */ */", "import A", "print(1)", "}"]

COMMENTS = [
    ("Adds.\n\n- Parameter x: the x\n  goes on\n- Returns: y\n\nMore.", "Adds.\n\n\nMore."),
    ("- Parameters:\n  - x: the x\n- Throws: z", ""),
    ("- Note: this\n  and that", "- Note: this\n  and that"),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    facts = facts_of(f"{text}\n", "Swift")
    assert kinds_of(f"{text}\n", "Swift") == kinds
    assert facts.errors == ()


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, "Swift").symbols == ()


def test_what_stands_before_an_error_is_found() -> None:
    assert kinds_of("func f() {}\nfunc broken( {\n", "Swift")["f"] == "function"


def test_heads_are_as_written_without_attributes_and_bodies() -> None:
    text = (
        "@A @available(iOS 9, *)\npublic final class B<T: C>: D<T>, E {\n"
        "  public private(set) var x: Int = 1, y = 2\n"
        "  @P var z: String { get { q } set { } }\n"
        "  convenience init?<U>(_ a: U) throws { }\n"
        "  func f<U>(_ a: Int, // first\n    b c: () = ()) async throws -> [U] where U: X { }\n"
        "}\n"
        "protocol Q { static var p: Int { get } }\n"
        "private extension R where T == Int { }\n"
        "let k: Int = 1\n"
        "enum N { indirect case o(Int) }\n"
    )
    assert heads_of(text, "Swift") == [
        "public final class B<T: C>",
        "public private(set) var x: Int",
        "public private(set) var y",
        "var z: String",
        "convenience init?<U>(_ a: U) throws",
        "func f<U>(_ a: Int, b c: () = ()) async throws -> [U] where U: X",
        "protocol Q",
        "static var p: Int { get }",
        "private extension R where T == Int",
        "let k: Int",
        "enum N",
        "indirect case o(Int)",
    ]
    symbol = symbol_of(text, "Swift")
    assert symbol.decorators == ("A", "available(iOS 9, *)")
    assert symbol.bases == ("D<T>", "E")
    assert (symbol.span.line, symbol.span.end_line) == (2, 8)


def test_a_comment_documents() -> None:
    text = (
        "// The file.\n\nimport A\n\n/// Adds\n/// `x`.\n// MARK: no\n@B\nclass C {\n"
        "  // no\n  var x = 1\n  /** An y. */\n  var y = 1\n}\n"
    )
    facts = facts_of(text, "Swift")
    assert facts.documentation == "The file."
    assert [s.documentation for s in facts.symbols] == ["Adds\n`x`.", "", "An y."]


@pytest.mark.parametrize(("text", "description"), COMMENTS)
def test_parameters_and_results_describe_nothing(text: str, description: str) -> None:
    assert describe_swift(text) == description


def test_imports() -> None:
    text = "import A\nimport struct A.B\n@testable import C\n"
    assert imports_of(text, "Swift") == [("A", []), ("A.B", []), ("C", [])]


def test_public_is_what_is_declared_public_or_open() -> None:
    text = "public struct A {}\nopen class B {}\nclass C {}\nprivate let d = 1\npackage enum E {}\n"
    assert [s.is_public for s in facts_of(text, "Swift").symbols] == [True, True, *[False] * 3]


def test_a_program_starts_with_main() -> None:
    entry = facts_of(
        "struct A {}\n@main\nstruct B { static func main() {} }\n", "Swift"
    ).entry_point
    assert entry
    assert entry.end_line == 3
    assert facts_of("struct A { static func main() {} }", "Swift").entry_point is None


def test_tests_of_xctest_and_of_swift_testing() -> None:
    text = (
        "class A: XCTestCase {\n func testB() throws {}\n func testC(x: Int) {}\n func d() {}\n"
        ' @available(*, deprecated, message: "the class") func testM() {}\n'
        ' @available(*, deprecated, message: "x") private func testN() {}\n'
        " private func testJ() {}\n static func testK() {}\n func testL() -> Int { 1 }\n}\n"
        "class E { func testF() {} }\n"
        '@Suite struct G {\n  @Test("x") func h() {}\n  @Test\n  func i() {}\n}\n'
    )
    assert [(t.framework, t.symbol) for t in facts_of(text, "Swift").tests] == [
        ("XCTest", "A.testB"),
        ("XCTest", "A.testM"),
        ("Swift Testing", "G.h"),
        ("Swift Testing", "G.i"),
    ]


def test_lines_are_counted() -> None:
    text = '// c\nlet s = """\n\n"""\n\n/* d\n\n /* e */ */\nlet t = 1 // f\n'
    assert facts_of(text, "Swift").lines == LineCounts(code=4, comment=4, blank=1)
