"""What is in a PHP file."""

import pytest

from sphinx_repodoc.model.facts import LineCounts
from sphinx_repodoc.model.files import Span
from tests.analyse.language_facts import facts_of, heads_of, imports_of, kinds_of, symbol_of

KINDS = [
    (
        "namespace A\\B { class C {} } namespace { class D {} }",
        {"A.B": "namespace", "A.B.C": "class", "D": "class"},
    ),
    (
        "class A { const B = 1, C = 2; static ?int $d, $e; var $f; function g(); function h() {} }",
        {"A": "class"}
        | dict.fromkeys(["A.B", "A.C"], "constant")
        | dict.fromkeys(["A.d", "A.e", "A.f"], "property")
        | dict.fromkeys(["A.g", "A.h"], "method"),
    ),
    (
        "class A { function __construct(private readonly B $b, ?C $c = null) {} }",
        {"A": "class", "A.__construct": "constructor", "A.b": "property"},
    ),
    ("interface I extends J { function m(); }", {"I": "interface", "I.m": "method"}),
    ("trait T { use U; public $a; }", {"T": "trait", "T.a": "property"}),
    (
        "enum E: string { case A = 'a'; case B = 'b'; const C = self::A; }",
        {"E": "enum", "E.A": "case", "E.B": "case", "E.C": "constant"},
    ),
    (
        "function f() { $a = 1; define('X', 1); function g() {} return function () {}; }",
        {"f": "function", "f.g": "function"},
    ),
    ("const A = 1, B = 2; define('C', 3);", dict.fromkeys("ABC", "constant")),
    ("if (!function_exists('f')) { function f() {} }", {"f": "function"}),
    ("class A { public string $b { get => 1; } }", {"A": "class", "A.b": "property"}),
    ("function f() {} function g( {", {"f": "function"}),
    ("?><p>function no() {}</p><?php function yes() {}", {"yes": "function"}),
    ("$a = <<<X\nfunction no() {}\nX;\nfunction yes() {}", {"yes": "function"}),
]

NOTHING = [
    "",
    "function f() {}",
    "<?php // function f() {}\n# class A {}\n/* const B = 1; */",
    "<?php $a = 1; $b['c'] = function () {}; define($d, 1); 'class A {}';",
    "<?php use A\\B; namespace\\f();",
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    assert kinds_of(f"<?php\n{text}\n", "PHP") == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, "PHP").symbols == ()


def test_heads_are_as_written() -> None:
    text = (
        "<?php\n#[A(1)]\nfinal class B extends C implements D {\n"
        "  public const string E = 'e';\n  protected ?int $f = 1, $g;\n"
        "  #[H] public static function i(int $j = 1,\n    &...$k): ?static {}\n}\n"
        "namespace L\\M {}\n"
    )
    assert heads_of(text, "PHP") == [
        "final class B",
        "public const string E",
        "protected ?int $f",
        "protected ?int $g",
        "public static function i(int $j = 1, &...$k): ?static",
        "namespace L\\M",
    ]


def test_a_class_has_its_bases_attributes_and_documentation() -> None:
    text = (
        "<?php\n/**\n * Does.\n *\n * @see A\n */\n"
        "#[B, C(1)]\nclass D extends E implements F, \\G\\H {}\n"
    )
    symbol = symbol_of(text, "PHP")
    assert symbol.bases == ("E", "F", "\\G\\H")
    assert symbol.decorators == ("#[B, C(1)]",)
    assert symbol.documentation == "Does."
    assert symbol.span == Span(8, 8)


def test_the_comment_before_the_namespace_is_of_the_file() -> None:
    text = (
        "<?php\n/**\n * The file.\n */\n\ndeclare(strict_types=1);\n\nnamespace A;\n\n"
        "/** Of B. */\nclass B {}\n"
    )
    assert facts_of(text, "PHP").documentation == "The file."
    assert [s.documentation for s in facts_of(text, "PHP").symbols] == ["", "Of B."]


def test_imports_with_their_names() -> None:
    text = (
        "<?php use A\\B; use A\\{C, D\\E as F, function g}; use function A\\h as i, A\\j;\n"
        "use const \\K; class L { use M; }\n"
        "require_once __DIR__ . '/n.php'; include 'o.php'; require(\"p.php\");\n"
        "include_once dirname(__DIR__) . '/q.php'; require $r; include \"{$s}.php\";\n"
    )
    assert imports_of(text, "PHP") == [
        ("A\\B", []),
        ("A", ["C", "D\\E as F", "g"]),
        ("A\\h as i", []),
        ("A\\j", []),
        ("K", []),
        ("./n.php", []),
        ("o.php", []),
        ("p.php", []),
        ("../q.php", []),
    ]
    keywords = [i.keyword for i in facts_of(text, "PHP").imports]
    assert keywords[1:5] == ["use", "use function", "use function", "use const"]
    assert keywords[5:] == ["require_once", "include", "require", "include_once"]


def test_private_and_protected_members_are_not_public() -> None:
    text = "<?php class A { private $b; protected function c() {} public $d; function e() {} }"
    public = [s.name for s in facts_of(text, "PHP").symbols if s.is_public]
    assert public == ["A", "d", "e"]


def test_tests_are_found_with_their_framework() -> None:
    text = (
        "<?php class ATest extends TestCase {\n public function testB() {}\n"
        " private function testC() {}\n /** @test */\n public function d() {}\n"
        " #[Test]\n public function e() {}\n /** @testdox F */\n function f() {}\n}\n"
        "class G { function testH() {} }\n"
        "it('i', function () {});\ntest('j', fn () => 1);\nit('k');\n"
    )
    assert [(t.framework, t.name) for t in facts_of(text, "PHP").tests] == [
        ("PHPUnit", "ATest.testB"),
        ("PHPUnit", "ATest.d"),
        ("PHPUnit", "ATest.e"),
        ("Pest", "i"),
        ("Pest", "j"),
    ]


def test_lines_are_counted() -> None:
    text = "<p>\n\n<?php\n# a\n/* b\n\n*/\n$c = 'd\n\n'; // e\n"
    assert facts_of(text, "PHP").lines == LineCounts(code=5, comment=4, blank=1)


def test_a_namespace_has_all_its_names() -> None:
    kinds = kinds_of("<?php\nnamespace One\\Two\\Three\\Four;\nclass A {}\n", "PHP")
    assert kinds == {"One.Two.Three.Four": "namespace", "A": "class"}
