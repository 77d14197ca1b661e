"""Which files the imports of JavaScript and TypeScript lead to."""

import pytest

from sphinx_repodoc.relate.ecmascript import package_of
from tests.relate.conftest import Analyse
from tests.relate.resolving import Case, resolve_in

NPM = {
    "package.json": '{"name": "app", "main": "lib/main.js", "imports": {"#in": "./lib/in.js"}}',
    "tsconfig.json": '{"compilerOptions": {"baseUrl": ".", "paths": {"@/*": ["src/*"]}}} // c',
    "lib/main.js": "export const X = 1;\nexport * from './more.js';\n",
    "lib/more.js": "export function deep() {}\nexport { X as Y } from './main';\n",
    "lib/in.js": "",
    "lib/logo.png": "",
    "src/a.ts": "export class A {}\nexport type T = 1;\n",
    "ring/all.ts": "".join(f"export * from './{each}';" for each in "abcdefgh"),
    **{f"ring/{each}.ts": f"export * from './all'; export const {each} = 1" for each in "abcdefgh"},
    "src/both.js": "export const J = 1;\n",
    "src/both.d.ts": "export const D: number;\n",
    "src/ui/index.tsx": "export const B = 1;\n",
    "packages/p/package.json": '{"name": "@s/p", "exports": {".": {"import": "./m.mjs"}, '
    '"./sub/*": "./src/*.js"}}',
    "packages/p/m.mjs": "export const P = 1;\n",
    "packages/p/src/q.js": "",
    "test/fixtures/vue/package.json": '{"name": "vue", "main": "v.js"}',
    "test/fixtures/vue/v.js": "",
    "one/package.json": '{"name": "two", "main": "t.js"}',
    "one/t.js": "",
    "two/package.json": '{"name": "two", "main": "t.js"}',
    "two/t.js": "",
    "dual/package.json": '{"name": "duo", "main": "own.js"}',
    "dual/own.js": "",
    "demo/package.json": '{"name": "demo", "dependencies": {"duo": "^1.0.0"}}',
    "linked/package.json": '{"workspaces": ["in"]}',
    "linked/in/package.json": '{"name": "in", "dependencies": {"duo": "^1.0.0"}}',
    "dual/index.js": "",
    "packages/empty/package.json": '{"name": "empty", "main": "dist/built.js"}',
}

NPM_CASES: list[Case] = [
    ("lib/x.js", "import {X as Z} from './main.js'", ["lib/main.js lib/main.js::X"]),
    (
        "lib/x.js",
        "import {deep, Y} from './main'",
        ["lib/main.js lib/more.js::deep lib/main.js::X"],
    ),
    ("x.ts", "import {c, none} from './ring/all'", ["ring/all.ts ring/c.ts::c"]),
    ("lib/x.js", "require('..'); require('../lib/more')", ["lib/main.js", "lib/more.js"]),
    ("src/x.ts", "import {A} from './a.js'", ["src/a.ts src/a.ts::A"]),
    ("src/x.ts", "import type {T} from '@/a'", ["src/a.ts src/a.ts::T"]),
    ("src/x.ts", "import '@/.built'\nimport '~/a'", ["not found"] * 2),
    ("src/x.js", "require('./both'); import './a'", ["src/both.js", "src/a.ts"]),
    ("src/x.ts", "import {D} from './both'", ["src/both.d.ts src/both.d.ts::D"]),
    ("lib/x.ts", "import {B} from 'src/ui'", ["src/ui/index.tsx src/ui/index.tsx::B"]),
    ("lib/x.js", "import {P} from '@s/p'", ["packages/p/m.mjs packages/p/m.mjs::P"]),
    ("lib/x.js", "import '@s/p/sub/q'; import '#in'", ["packages/p/src/q.js", "lib/in.js"]),
    ("lib/x.js", "import 'empty'; import './logo.png'", ["packages/empty", "lib/logo.png"]),
    ("lib/x.js", "import 'node:fs'; require('path')", ["standard library"] * 2),
    ("lib/x.js", "import 'react'; import './none'", ["third party", "not found"]),
    ("lib/x.js", "import 'vue'; import 'two'", ["not found", "not found"]),
    ("test/fixtures/x.js", "import 'vue'", ["test/fixtures/vue/v.js"]),
    ("demo/x.js", "import 'duo'; import '@/a'", ["third party", "src/a.ts"]),
    ("linked/in/x.js", "import 'duo'", ["dual/own.js"]),
    ("one/x.js", "import 'two'", ["one/t.js"]),
    ("lib/x.js", "require('../dual'); require('../dual/')", ["dual/own.js"] * 2),
    ("lib/x.js", "require('../dual/index')", ["dual/index.js"]),
]


@pytest.mark.parametrize(
    ("name", "package"),
    [
        ("react/jsx-runtime", "react"),
        ("@scope/name/part", "@scope/name"),
        ("https://esm.example/react@18/index.js", "https://esm.example"),
    ],
)
def test_a_module_belongs_to_a_package_or_a_server(name: str, package: str) -> None:
    assert package_of(name) == package


@pytest.mark.parametrize(("name", "text", "expected"), NPM_CASES)
def test_an_import_leads_to_what_it_means(
    analyse: Analyse, name: str, text: str, expected: list[str]
) -> None:
    assert resolve_in(analyse, NPM, name, text) == expected
