"""What is in a JavaScript file."""

import pytest

from sphinx_repodoc.model.facts import LineCounts
from sphinx_repodoc.model.files import Span
from tests.analyse.language_facts import facts_of, heads_of, imports_of, kinds_of, symbol_of

JS = "JavaScript"

KINDS = [
    ("function f() {}\nasync function g() {}", {"f": "function", "g": "function"}),
    ("function* g() {}", {"g": "generator function"}),
    ("const f = () => 1, g = 2;", {"f": "function", "g": "constant"}),
    ("let a, b = 1; var c;", {"a": "variable", "b": "variable", "c": "variable"}),
    ("var V = class W extends D {};", {"V": "class"}),
    (
        "class A { static #x = 1; y = () => {}; constructor() {} m() {} get g() {} set g(v) {} }",
        {
            "A": "class",
            "A.#x": "field",
            "A.y": "field",
            "A.constructor": "constructor",
            "A.m": "method",
            "A.g": "setter",
        },
    ),
    (
        "class A { 'b c'() {} [Symbol.iterator]() {} 1() {} static *d() {} }",
        {
            "A": "class",
            "A.b c": "method",
            "A.[Symbol.iterator]": "method",
            "A.1": "method",
            "A.d": "method",
        },
    ),
    ("A.prototype.m = function () {};\nA.prototype.p = 1;", {"A.m": "method", "A.p": "property"}),
    ("A.prototype = { m() {} };", {"A.m": "method"}),
    ("app.use = function use(f) {};", {"app.use": "function"}),
    ("exports.f = function () {};\nmodule.exports.g = () => 1;", dict.fromkeys("fg", "function")),
    (
        "module.exports = { d() {}, get e() {}, f: () => 1, g: 2 }",
        {"d": "method", "e": "getter"} | {"f": "method"},
    ),
    ("module.exports = function (a) {};", {"module.exports": "function"}),
    (
        "module.exports = class { m() {} };",
        {"module.exports": "class", "module.exports.m": "method"},
    ),
    (
        "module.exports = /** @type {X} */ ({ a() {}, get b() {}, c: { d: () => 1 } });",
        {"a": "method", "b": "getter", "c.d": "method"},
    ),
    ("const o = ({ m() {} });", {"o": "constant", "o.m": "method"}),
    ("(function f() { var x = ({ m() {} }); })();", {"f": "function"}),
    (
        "const { a, b: c, d = 1, ...e } = f();\nexport let [g, , h = 2] = k();\nvar { i } = j;",
        dict.fromkeys("acde", "constant") | dict.fromkeys("ghi", "variable"),
    ),
    ("export default class { m() {} }", {"default": "class", "default.m": "method"}),
    (
        "export default { data() {}, methods: { go() {} } };",
        {"default.data": "method", "default.methods.go": "method"},
    ),
    (
        "const o = { a: 1, b() {}, c: { d: function () {} } };",
        {"o": "constant", "o.b": "method", "o.c.d": "method"},
    ),
    ("on('x', function ready() { const y = 1; });", {"ready": "function"}),
    ("function f() { var x = 1; function g() {} }", {"f": "function", "f.g": "function"}),
    ("const A = () => <div onClick={() => 1}>{function () {}}</div>;", {"A": "function"}),
    ("function ok() {}\nfunction broken( {\n", {"ok": "function"}),
]

NOTHING = [
    "const { a } = require('x');\nlet { b } = await import('y');\nif (z) { const [c] = z; }",
    "",
    "// function f() {}\n/* class A {} */",
    "'function f() {}'; `class A { m() {} }`; /function g() {}/",
    "f(function () { var x = 1; });\n(() => { let y = 2; })();",
    "f({ a() {}, b: function () {} });",
    "if (a) { a.b = 1; }",
    "f(() => { const o = { a() {} }; o.b = function () {}; return { c() {} }; });",
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    assert kinds_of(text, JS) == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, JS).symbols == ()


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (
            "export const f = async (a,\n  b) => a, c = { d: 1 };",
            ["export const f = async (a, b)", "export const c"],
        ),
        (
            "export default class A extends B(C) { static async *m(x) {} }",
            ["export default class A", "static async *m(x)"],
        ),
        ("exports.f = function f(a = {}) {};", ["exports.f = function f(a = {})"]),
    ],
)
def test_heads_are_as_written(text: str, heads: list[str]) -> None:
    assert heads_of(text, JS) == heads


def test_names_in_a_pattern_stand_on_their_own_lines() -> None:
    text = "/** Both. */\nexport const {\n  a,\n  // Why.\n  b: c,\n} = f();\n"
    symbols = facts_of(text, JS).symbols
    assert heads_of(text, JS) == ["const a", "const c"]
    assert [(symbol.span, symbol.documentation) for symbol in symbols] == [
        (Span(3, 3), "Both."),
        (Span(5, 5), "Both."),
    ]


def test_a_class_names_what_it_extends() -> None:
    assert symbol_of("class A extends mix(B, C) {}", JS).bases == ("mix(B, C)",)


def test_a_comment_right_above_documents() -> None:
    text = (
        "#!/usr/bin/env node\n/** The program. */\n\n/**\n * Adds {@link b}.\n *\n"
        " * @param {number} a\n */\nexport const add = (a) => a;\n\n"
        "// eslint-disable-next-line\nfunction f() {}\n\n// No.\n\nfunction g() {}\n"
    )
    assert facts_of(text, JS).documentation == "The program."
    assert [s.documentation for s in facts_of(text, JS).symbols] == ["Adds `b`.", "", ""]


def test_a_comment_above_the_first_export_is_not_that_of_the_file() -> None:
    text = "// Of f.\nexport const f = 1;\n"
    assert facts_of(text, JS).documentation == ""
    assert symbol_of(text, JS).documentation == "Of f."


def test_imports_with_their_names() -> None:
    text = (
        "import a, * as b from 'm1'; import c, { d, e as f } from \"m2\"; import 'm3';\n"
        "export { g, h as i } from 'm4'; export * from 'm5'; export * as j from 'm6';\n"
        "const { k, l: m } = require('m7'); var n = require('m8'); let o = require('m9').p;\n"
        "const q = await import('m10'); require('m11')(r); define(['m12', 'exports'], () => {});\n"
        "require(s); import(`t`);\n"
    )
    assert imports_of(text, JS) == [
        ("m1 as b", ["default as a"]),
        ("m2", ["default as c", "d", "e as f"]),
        ("m3", []),
        ("m4", ["g", "h as i"]),
        ("m5", ["*"]),
        ("m6 as j", []),
        ("m7", ["k", "l as m"]),
        ("m8 as n", []),
        ("m9", ["p as o"]),
        ("m10 as q", []),
        ("m11", []),
        ("m12", []),
    ]


def test_an_import_says_by_what_and_when() -> None:
    text = (
        "import 'a'\nexport * from 'b'\nimport('c')\nif (x) require('d')\n"
        "function f() { require('e') }\ndefine(['f'], g)\n"
    )
    found = facts_of(text, JS).imports
    assert [(i.keyword, i.line, i.context.value, i.scope) for i in found] == [
        ("import", 1, "module", ""),
        ("export", 2, "module", ""),
        ("import()", 3, "dynamic", ""),
        ("require", 4, "conditional", ""),
        ("require", 5, "function", "f"),
        ("define", 6, "module", ""),
    ]


@pytest.mark.parametrize(
    ("text", "names", "word", "span"),
    [
        ("export const a = 1, { b, c: d } = e;\nexport function f() {}", "a b d f", "export", None),
        ("const a = 1;\nexport { a as b,\n c };", "b c", "export", Span(2, 3)),
        ("class A {}\nexport default A;", "A", "export", Span(2, 2)),
        ("export { a as default };", "a", "export", Span(1, 1)),
        (
            "export { default } from 'a';\nexport { b as default } from 'b'",
            "default",
            "export",
            None,
        ),
        ("export * from 'a'; export * as b from 'c';", "* b", "export", None),
        ("export default () => 1;", "default", "export", Span(1, 1)),
        ("exports.a = 1;\nexports.b = 2;", "a b", "exports", None),
        ("module.exports = {\n a,\n b: c,\n d() {},\n};", "a b d", "module.exports", Span(1, 4)),
        ("exports = module.exports = f;", "f", "module.exports", Span(1, 1)),
        ("var app = module.exports = {};", "app", "exports", Span(1, 1)),
        ("Object.defineProperty(exports, 'a', {});", "a", "exports", Span(1, 1)),
    ],
)
def test_exports_are_found_with_what_says_so(
    text: str, names: str, word: str, span: Span | None
) -> None:
    facts = facts_of(text, JS)
    assert facts.exports == tuple(names.split())
    assert (facts.exports_word, facts.exports_span) == (word, span)


def test_a_script_exports_nothing() -> None:
    facts = facts_of("function f() {}\nmy.exports.a = 1;\nmodule.exports = require('b');", JS)
    assert facts.exports is None


def test_private_members_are_not_public() -> None:
    public = {s.name: s.is_public for s in facts_of("class A { #b() {} c() {} }", JS).symbols}
    assert public == {"A": True, "#b": False, "c": True}


TESTS = "describe('a', () => { it('b', () => {}); test.each([1])(`c`, f); it.only('d', g); });"


@pytest.mark.parametrize(
    ("start", "framework"),
    [
        ("", "describe/it"),
        ("import { it } from 'vitest';", "Vitest"),
        ("const test = require('node:test');", "node:test"),
        ("const { test } = require('uvu');", "uvu"),
        ("import { it } from '@std/testing/bdd';", "@std/testing/bdd"),
        ("import { test } from './fixtures';", "unnamed"),
        ("const { it } = Lab.script();", "unnamed"),
        ("import a from 'available';", "describe/it"),
        ("import { mock } from 'vitest-mock-extended';", "describe/it"),
    ],
)
def test_the_import_names_the_framework_of_the_tests(start: str, framework: str) -> None:
    found = facts_of(f"{start}\n{TESTS}\n", JS).tests
    assert [(t.framework, t.name) for t in found] == [(framework, name) for name in "bcd"]


def test_calls_that_are_no_tests_are_left_out() -> None:
    text = (
        "it(); test(x, y); pattern.test('a'); submit('b', c); "
        "test.set('Accept', 'x'); test.describe('d', f); test.step('e', g); test.x.y('f', h);"
    )
    assert facts_of(text, JS).tests == ()
    text = f"function test(a, b) {{ it('b', a); }}\n{text} test('a', 1);"
    assert [case.name for case in facts_of(text, JS).tests] == ["b"]
    text = "it('c', () => { function it() {} it('d', f); }); it('e', f);"
    assert [case.name for case in facts_of(text, JS).tests] == ["c", "e"]


def test_the_name_of_a_case_is_what_its_literal_says() -> None:
    text = "it('doesn\\'t', f); it(\"a 'b' \\\"c\\\"\", f);"
    assert [case.name for case in facts_of(text, JS).tests] == ["doesn't", "a 'b' \"c\""]


def test_cases_may_say_how_they_run() -> None:
    text = "it.skip('a', f); test.concurrent.each([1])('b', f); test.skipIf(x)('c', f);"
    assert [case.name for case in facts_of(text, JS).tests] == ["a", "b", "c"]


def test_lines_are_counted() -> None:
    text = "// c\n\n/* a\n\nb */\nvar s = `\n\n`; // d\n"
    assert facts_of(text, JS).lines == LineCounts(code=3, comment=4, blank=1)


def test_an_import_stands_in_the_innermost_function_around_it() -> None:
    text = "function f() { function g() { require('a') } require('b') }\nrequire('c')\n"
    assert [i.scope for i in facts_of(text, JS).imports] == ["f.g", "f", ""]
