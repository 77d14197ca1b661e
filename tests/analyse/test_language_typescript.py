"""What is in a TypeScript file, with JSX and without; what JavaScript has is tested there."""

import pytest

from sphinx_repodoc.model.files import Span
from sphinx_repodoc.model.import_contexts import ImportContext
from tests.analyse.language_facts import facts_of, heads_of, imports_of, kinds_of, symbol_of

TS = "TypeScript"

KINDS = [
    (
        "interface I { a: 1; 'b-c'?: 2; m(): void; get g(): 1; new (): I; (): 1; [k: string]: 1 }",
        {
            "I": "interface",
            "I.a": "property",
            "I.b-c": "property",
            "I.m": "method",
            "I.g": "getter",
        },
    ),
    ("type A<T> = { x: T }", {"A": "type alias"}),
    (
        "const enum E { A, B = 1, 'C' = 2 }",
        {"E": "enum"} | dict.fromkeys(["E.A", "E.B", "E.C"], "enum member"),
    ),
    (
        "namespace N.M { export const x = 1; function f() {} let v }",
        {
            "N.M": "namespace",
            "N.M.x": "constant",
            "N.M.f": "function",
            "N.M.v": "variable",
        },
    ),
    (
        "declare module 'a.b/*' { export function g(): void }",
        {"a.b/*": "module", "a.b/*.g": "function"},
    ),
    (
        "declare global { interface Window { a: 1 } }",
        {"Window": "interface", "Window.a": "property"},
    ),
    (
        "abstract class A { abstract m(): void; abstract p: 1; static #q; declare r: 1 }",
        {"A": "class", "A.m": "method"} | dict.fromkeys(["A.p", "A.#q", "A.r"], "property"),
    ),
    (
        "class A { constructor(private a: B, readonly b?: C, c = 1) { const d = 1 } }",
        {"A": "class", "A.constructor": "constructor", "A.a": "property", "A.b": "property"},
    ),
    ("class A { m(a: B): void; m(a: any) {} }", {"A": "class", "A.m": "method"}),
    (
        "declare function f(): void; declare var v: A; declare let l: A; declare const c: A;",
        {"f": "function", "v": "variable", "l": "variable", "c": "constant"},
    ),
    ("export default class<T> { m() {} }", {"default": "class", "default.m": "method"}),
    ("const f = <T,>(x: T): x is string => x;", {"f": "function"}),
]

NOTHING = [
    "",
    "// interface I {}\n/* type A = B */ 'enum E {}'; `class C {}`",
    "f(function () { const a: B = 1; });",
    "import type { A } from 'a'; export type { B } from 'b';",
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
@pytest.mark.parametrize("language", ["TypeScript", "TSX"])
def test_what_is_defined_is_found_with_its_kind(
    text: str, kinds: dict[str, str], language: str
) -> None:
    assert kinds_of(text, language) == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, TS).symbols == ()


def test_casts_and_elements_are_told_apart_by_the_language() -> None:
    assert kinds_of("const a = <B>c;", TS) == {"a": "constant"}
    assert kinds_of("const A = () => <B c={1}>d</B>;", "TSX") == {"A": "function"}


def test_heads_are_as_written() -> None:
    text = (
        "export declare const a: number;\n"
        "@Dec()\nexport abstract class C<T> extends D<T> implements I, J<T> {\n"
        "  @Input() private readonly x: number = 1;\n"
        "  run = async (a: string): Promise<void> => {};\n"
        "  async *m?<T>(a: T): AsyncGenerator<T> {}\n}\n"
    )
    assert heads_of(text, TS) == [
        "export declare const a: number",
        "export abstract class C<T>",
        "private readonly x: number",
        "run = async (a: string): Promise<void>",
        "async *m?<T>(a: T): AsyncGenerator<T>",
    ]


def test_a_class_has_its_bases_decorators_and_documentation() -> None:
    text = "/** Of C. */\n@A\n@B()\nexport class C extends D<T> implements I, J<T> {}\n"
    symbol = symbol_of(text, TS)
    assert symbol.bases == ("D", "I", "J<T>")
    assert symbol.decorators == ("A", "B()")
    assert symbol.documentation == "Of C."
    assert symbol.span == Span(4, 4)


def test_imports_with_their_names() -> None:
    text = (
        "import type { A } from 'm1'; import { type B, c as d } from 'm2';\n"
        "import e = require('m3');\n"
        "export type { F } from 'm4'; let g: typeof import('m5'); import h = I.J;\n"
    )
    assert imports_of(text, TS) == [
        ("m1", ["A"]),
        ("m2", ["B", "c as d"]),
        ("m3 as e", []),
        ("m4", ["F"]),
        ("m5", []),
    ]
    contexts = [i.context.value for i in facts_of(text, TS).imports]
    assert contexts == ["type checking", "module", "module", "type checking", "dynamic"]


def test_what_takes_nothing_but_names_of_types_is_for_the_compiler() -> None:
    text = (
        "import {type A, type B as C} from 'm1'; import D, {type E} from 'm2';\n"
        "export {type F} from 'm3'; export {type G, h} from 'm4'; import {} from 'm5';\n"
        "import * as i from 'm6'; import {type} from 'm7'; export * from 'm8';\n"
    )
    imports = facts_of(text, TS).imports
    told = [i.module for i in imports if i.context is ImportContext.TYPE_CHECKING]
    assert told == ["m1", "m3"]
    assert len(imports) == 8


def test_exports_of_the_file_are_not_those_of_its_namespaces() -> None:
    text = (
        "export interface I {}\nexport declare function f(): void;\nexport type { T } from 't';\n"
        "namespace N { export const x = 1 }\nexport { a as default };\nexport enum E {}\n"
    )
    assert facts_of(text, TS).exports == ("I", "f", "T", "a", "E")
    assert facts_of("class A {}\nexport = A;", TS).exports == ("A",)


def test_private_and_protected_members_are_not_public() -> None:
    text = "class A { private a; protected b() {} public c; #d; constructor(private e: B) {} }"
    public = [s.name for s in facts_of(text, TS).symbols if s.is_public]
    assert public == ["A", "c", "constructor"]
