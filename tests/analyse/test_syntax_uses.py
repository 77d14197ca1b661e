"""Which names files use for certain, in languages whose scopes are not followed."""

import pytest

from sphinx_repodoc.analyse.facts import find_facts

JS = "import { a as b, c } from './m'\n"
GO = 'package p\nimport "m/web"\n'
JAVA = "import p.Cart;\n"


def uses_in(language: str, text: str) -> str:
    facts = find_facts(text, language)
    assert facts
    return " ".join(f"{use.name} {' '.join(map(str, use.lines))}" for use in facts.uses)


@pytest.mark.parametrize(
    ("language", "text", "uses"),
    [
        ("JavaScript", f"{JS}b(c.d)\nx = [b, {{c}}]", "./m:a 2 3 ./m:c 2 3"),
        ("JavaScript", f"{JS}x.b = `${{c}}`\nclass K extends c {{}}", "./m:c 2 3"),
        ("JavaScript", "function f() {}\nexport { f }\nf()\nfunction g() { f() }", ":f 3 4"),
        ("JavaScript", "const f = 1\nconst g = f", ":f 2"),
        (
            "TypeScript",
            f"import type {{ T }} from './t'\nlet x: T\n{JS}c<T>()",
            "./m:c 4 ./t:T 2 4",
        ),
        ("TSX", f"{JS}const x = <c><b /></c>", "./m:a 2 ./m:c 2"),
        ("Go", f"{GO}func f(r web.T) {{ web.Get(r.web) }}", "m/web:Get 3 m/web:T 3"),
        ("Go", 'package p\nimport w "m/web/v2"\nvar x = w.X', "m/web/v2:X 3"),
        ("Go", 'package p\nimport "m/web/v2"\nvar x = web.X', "m/web/v2:X 3"),
        ("Java", f"{JAVA}class X extends Cart {{\n  Cart c = new Cart();\n}}", "p.Cart:Cart 2 3"),
        ("Java", f"{JAVA}class X {{ int x = Cart.size(); }}", "p.Cart:Cart 2"),
    ],
)
def test_imported_and_own_names_are_found_where_they_are_read(
    language: str, text: str, uses: str
) -> None:
    assert uses_in(language, text) == uses


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("JavaScript", f"{JS}function f(b) {{ b() }}"),
        ("JavaScript", f"{JS}const {{ b }} = x\nb()"),
        ("JavaScript", f"{JS}const {{ y: b }} = x\nb()"),
        ("JavaScript", f"{JS}for (const b of x) b()"),
        ("JavaScript", f"{JS}try {{}} catch (b) {{ b() }}"),
        ("JavaScript", f"{JS}(b => b())"),
        ("JavaScript", f"{JS}x.b; ({{b: 1}}); 'b' // b"),
        ("JavaScript", "export { b } from './m'\nb()"),
        ("JavaScript", "import * as b from './m'\nb.c()"),
        ("JavaScript", "exports.f = function () {}\nfunction g(f) { f() }"),
        ("JavaScript", "exports.f = function () {}\nf()"),
        ("JavaScript", "function f() {}\nfunction g(f) { f() }"),
        ("JavaScript", f"{JS}b(\n"),
        ("TypeScript", f"{JS}function f<b>(x: b) {{}}"),
        ("Go", f"{GO}func f(web T) {{ web.Get() }}"),
        ("Go", f"{GO}func f() {{ web := 1; web.Get() }}"),
        ("Go", f"{GO}var x = T{{web: 1}}"),
        ("Java", f"{JAVA}class X<Cart> {{ Cart c; }}"),
        ("Java", "import static p.Cart.size;\nclass X { int x = size(); }"),
        ("Java", "import p.*;\nclass X { Cart c; }"),
    ],
)
def test_a_name_that_may_be_bound_otherwise_is_left_out(language: str, text: str) -> None:
    assert uses_in(language, text) == ""
