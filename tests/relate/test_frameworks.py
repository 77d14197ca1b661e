"""Test modules whose syntax shows their cases, and what runs them."""

from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest

from sphinx_repodoc.analyse.languages import LANGUAGES
from sphinx_repodoc.relate.imports import resolve
from sphinx_repodoc.relate.tests import find_suites
from tests.relate.conftest import Analyse
from tests.relate.resolving import find_suite

NEEDS_CMAKE = pytest.mark.skipif(bool(LANGUAGES["CMake"].missing), reason="no grammar of CMake")

GO = 'package a\nimport "testing"\nfunc TestA(t *testing.T) {}\nfunc help() {}\n'
RUST = "#[test]\nfn works() {}\nfn helps() {}\n"

JEST = '{"devDependencies": {"jest": "1"}}'

CASES: list[tuple[Mapping[str, str], str, str, tuple[str, list[str], str]]] = [
    ({"go.mod": "module m\n"}, "a/x_test.go", GO, ("go test", ["TestA"], "go test ./a")),
    ({"m/go.mod": "module m\n"}, "m/x_test.go", GO, ("go test", ["TestA"], "cd m && go test ./.")),
    ({}, "x_test.go", GO, ("go test", ["TestA"], "")),
    (
        {"go.mod": "module m\n"},
        "a/x_test.go",
        GO.replace("TestA(t *testing.T", "BenchmarkA(b *testing.B"),
        ("go test -bench", ["BenchmarkA"], "go test -bench . ./a"),
    ),
    (
        {"Cargo.toml": "[package]\nname='a'\n"},
        "src/lib.rs",
        f"#[cfg(loom)]\nmod tests {{\n{RUST}}}\n",
        ("cargo test", ["tests.works"], ""),
    ),
    ({"go.mod": "module m\n"}, "vendor/x/x_test.go", GO, ("go test", ["TestA"], "")),
    (
        {"Cargo.toml": "[package]\nname='a'\n"},
        "src/lib.rs",
        RUST,
        ("cargo test", ["works"], "cargo test --lib"),
    ),
    (
        {"package.json": '{"scripts": {"test": "vitest"}}'},
        "x.test.js",
        "import {it} from 'vitest';\nit('does it', () => {});\n",
        ("Vitest", ["does it"], "npm test"),
    ),
    (
        {"package.json": '{"devDependencies": {"mocha": "1"}, "scripts": {"test": "mocha"}}'},
        "test/x.js",
        "describe('a', () => { it('does it', () => {}); });\n",
        ("Mocha", ["does it"], "npm test"),
    ),
    (
        {"package.json": '{"devDependencies": {"mocha": "1", "jest": "2"}}'},
        "test/x.js",
        "describe('a', () => { it('does it', () => {}); });\n",
        ("describe and it", ["does it"], ""),
    ),
    (
        {"package.json": '{"scripts": {}}'},
        "x.test.js",
        "import {it} from 'vitest';\nit('does it', () => {});\n",
        ("Vitest", ["does it"], ""),
    ),
]


@pytest.mark.parametrize(("tree", "name", "text", "expected"), CASES)
def test_the_cases_of_a_file_and_their_command(
    analyse: Analyse,
    tree: Mapping[str, str],
    name: str,
    text: str,
    expected: tuple[str, list[str], str],
) -> None:
    repository = analyse({**tree, name: text})
    suite = find_suites(repository, resolve(repository))[PurePosixPath(name)]
    assert (suite.framework, [case.name for case in suite.cases], suite.command) == expected
    assert (suite.manifest in repository.files) == bool(suite.command)


def test_a_file_without_cases_is_no_test_module(analyse: Analyse) -> None:
    tree = {"x_test.go": "package a\nfunc TestA() {}\n", "a.rs": "fn test() {}\n", "util.go": GO}
    repository = analyse(tree)
    assert find_suites(repository, resolve(repository)) == {}


@pytest.mark.parametrize(
    ("name", "text", "is_inline"),
    [
        ("src/a.rs", "pub fn f() {}\n#[cfg(test)]\nmod tests {\n#[test]\nfn t() {}\n}\n", True),
        ("src/b.rs", "fn help() {}\n#[test]\nfn t() {}\n", False),
        ("src/i.rs", "pub(crate) struct S;\n#[test]\nfn t() {}\n", True),
        ("src/tests.rs", "pub(crate) fn check() {}\n#[test]\nfn t() {}\n", False),
        ("src/f.rs", "pub fn f() {}\n#[test]\nfn t() {}\n", True),
        ("src/h.rs", "macro_rules! m { () => {} }\n#[test]\nfn t() {}\n", True),
        ("src/tests/g.rs", "pub fn help() {}\n#[test]\nfn t() {}\n", False),
        ("tests/c.rs", "mod one {\n#[test]\nfn t() {}\n}\n", False),
        ("src/d.zig", 'pub fn f() void {}\ntest "t" {}\n', True),
        ("src/e.zig", 'const a = @import("d.zig");\ntest "t" {}\n', False),
        ("a_test.go", GO, False),
        pytest.param("CMakeLists.txt", "add_test(a b)\n", True, marks=NEEDS_CMAKE),
    ],
)
def test_cases_beside_what_they_test_make_no_test_module(
    analyse: Analyse, name: str, text: str, *, is_inline: bool
) -> None:
    repository = analyse({name: text, "src/x.rs": "pub fn x() {}\n"})
    suites = find_suites(repository, resolve(repository))
    assert suites[PurePosixPath(name)].is_inline is is_inline


@pytest.mark.parametrize(
    ("tree", "framework"),
    [
        ({".rspec": ""}, "RSpec"),
        ({"test/helper.rb": "require 'minitest/autorun'\n"}, "minitest"),
        ({"spec/helper.rb": "require 'rspec/core'\n"}, "RSpec"),
        ({}, "describe and it"),
        ({"test/helper.rb": "require 'minitest'\nrequire 'rspec'\n"}, "describe and it"),
        ({"package.json": JEST}, "describe and it"),
    ],
)
def test_examples_in_ruby_are_of_the_framework_that_is_required(
    analyse: Analyse, tree: Mapping[str, str], framework: str
) -> None:
    repository = analyse({**tree, "test/spec_a.rb": "describe A do\n  it 'x' do\n  end\nend\n"})
    suite = find_suites(repository, resolve(repository))[PurePosixPath("test/spec_a.rb")]
    assert suite.framework == framework


CPPUTEST = '#include "CppUTest/TestHarness.h"\n'
MACRO = "TEST(A, B) {}\n"
CASE = "class A < Minitest::Test\n  def test_a\n  end\nend\n"
EXAMPLE = "<?php it('a', function () {});\n"


@pytest.mark.parametrize(
    ("tree", "name", "text", "framework"),
    [
        ({}, "a.cc", f'#include "gtest/gtest.h"\n{MACRO}', "GoogleTest"),
        ({"util.h": "#include <gmock/gmock.h>\n"}, "a.cc", MACRO, "GoogleTest"),
        ({"util.h": "#include <gmock/gmock.h>\n"}, "a.cc", f"{CPPUTEST}{MACRO}", "TEST"),
        ({}, "a.cc", f"#define TEST(a, b) void a##b()\n{MACRO}", "TEST"),
        ({}, "a.rb", CASE, "minitest"),
        ({}, "a.rb", CASE.replace("Minitest::Test", "Test::Unit::TestCase"), "test-unit"),
        ({"b.rb": "require 'test/unit'\n"}, "a.rb", CASE, "test-unit"),
        ({"composer.json": '{"require-dev": {"pestphp/pest": "1"}}'}, "a.php", EXAMPLE, "Pest"),
        ({"composer.json": '{"require": {"kahlan/kahlan": "1"}}'}, "a.php", EXAMPLE, "Kahlan"),
        ({}, "a.php", EXAMPLE, "describe and it"),
        ({"package.json": JEST}, "cypress/e2e/a.js", "it('a', f);\n", "describe and it"),
        ({"package.json": JEST}, "a.cy.js", "it('a', f);\n", "describe and it"),
        ({"package.json": JEST}, "cy.js", "it('a', f);\n", "Jest"),
    ],
)
def test_cases_that_several_frameworks_write_alike_are_of_the_one_in_use(
    analyse: Analyse, tree: Mapping[str, str], name: str, text: str, framework: str
) -> None:
    repository = analyse({**tree, name: text})
    assert find_suites(repository, {})[PurePosixPath(name)].framework == framework


@pytest.mark.parametrize(
    ("script", "is_run"),
    [
        ("jest", True),
        ("cross-env A=1 ./node_modules/.bin/jest.js --ci", True),
        ("npm run unit", True),
        ("run-s lint 'test:*'", True),
        ("eslint . && npm run lint", False),
        ('echo \\"Error: no test specified\\" && exit 1', False),
    ],
)
def test_a_script_that_starts_the_runner_runs_the_tests(
    analyse: Analyse, script: str, *, is_run: bool
) -> None:
    scripts = f'"test": "{script}", "unit": "jest a", "test:b": "jest b", "lint": "npm test"'
    manifest = f'{{"scripts": {{{scripts}}}, "devDependencies": {{"jest": "1"}}}}'
    repository = analyse({"package.json": manifest, "a.js": "it('a', f);\n"})
    suite = find_suites(repository, {})[PurePosixPath("a.js")]
    assert (suite.framework, bool(suite.command)) == ("Jest", is_run)


JAVA = "import org.junit.Test;\npublic class A { @Test public void works() {} }\n"
PHP = "<?php class A extends PHPUnit\\Framework\\TestCase { public function testA() {} }\n"
RSPEC = "RSpec.describe A do\n  it 'x y' do\n  end\nend\n"
SWIFT = "import XCTest\nclass A: XCTestCase { func testB() {} }\n"
COMPOSED = {"composer.json": '{"require-dev": {"phpunit/phpunit": "9"}}', "phpunit.xml": ""}
PLACED = '{"require": {"phpunit/phpunit": "9"}, "config": {"bin-dir": "bin"}}'
BRIDGED = {
    "composer.json": '{"require-dev": {"symfony/phpunit-bridge": "7"}, '
    '"conflict": {"phpunit/phpunit": "1"}}',
    "phpunit.xml.dist": "",
}
ANDROID = "src/main/AndroidManifest.xml"
EACH = "@RunWith(Parameterized.class)"
GO_MODULE = {"go.mod": "module m\n"}
GO_BENCHMARK = GO.replace("TestA(t *testing.T", "BenchmarkA(b *testing.B")

FIRST = [
    ({"go.mod": "module m\n"}, "a/x_test.go", GO, "go test ./a -run '^TestA$'"),
    (GO_MODULE, "x_test.go", GO_BENCHMARK, "go test ./. -run '^$' -bench '^BenchmarkA$'"),
    ({"m/pom.xml": ""}, "m/src/test/A.java", JAVA, "cd m && mvn test -Dtest=A#works"),
    ({"pom.xml": ""}, "src/test/A.java", JAVA.replace("@", "@Ignore @"), ""),
    ({"pom.xml": ""}, "src/test/A.java", JAVA.replace("class", "abstract class"), ""),
    ({"pom.xml": ""}, "src/test/A.java", JAVA.replace("public c", f"{EACH} public c"), ""),
    ({"pom.xml": ""}, "src/main/A.java", JAVA, ""),
    ({"build.gradle": ""}, "src/test/A.java", JAVA, "gradle test --tests A.works"),
    ({"build.gradle": ""}, "src/androidTest/A.java", JAVA, ""),
    ({"build.gradle": "", ANDROID: ""}, "src/test/A.java", JAVA, ""),
    (COMPOSED, "t/A.php", PHP.replace("class", "abstract class"), ""),
    ({"Package.swift": ""}, "App/A.swift", SWIFT, ""),
    (COMPOSED, "t/A.php", PHP, "vendor/bin/phpunit --filter '/::testA( |$)/' t/A.php"),
    (BRIDGED, "t/A.php", PHP, "vendor/bin/simple-phpunit --filter '/::testA( |$)/' t/A.php"),
    ({**COMPOSED, "composer.json": PLACED}, "t/A.php", PHP, ""),
    ({"phpunit.xml": ""}, "t/A.php", PHP, ""),
    ({**COMPOSED, "t/composer.json": "{}"}, "t/A.php", PHP, ""),
    ({"composer.json": COMPOSED["composer.json"]}, "t/A.php", PHP, ""),
    ({".rspec": ""}, "a_spec.rb", RSPEC, "rspec a_spec.rb:2"),
    ({"Package.swift": ""}, "Tests/A.swift", SWIFT, "swift test --filter '[.]A/testB$'"),
    ({"pom.xml": "", "x/A.java": ""}, "src/test/A.java", JAVA, ""),  # which A?
    ({}, "a.bats", "@test 'adds' {\n  true\n}\n", "bats -f '^adds$' a.bats"),
    ({}, "a.bats", "@test 'adds (1)' {\n  true\n}\n", ""),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "name", "text", "command"), FIRST)
def test_one_case_alone_is_run_by_its_name_or_line(
    analyse: Analyse, tree: Mapping[str, str], name: str, text: str, command: str
) -> None:
    assert find_suite(analyse, tree, name, text).case_command == command


def test_each_case_has_the_name_that_its_command_takes(analyse: Analyse) -> None:
    text = GO_BENCHMARK + GO.partition("\n")[2].partition("\n")[2].replace("TestA", "TestB")
    repository = analyse({"go.mod": "module m\n", "a_test.go": f"//go:build x\n{text}"})
    (suite,) = find_suites(repository, resolve(repository)).values()
    assert suite.case_names == ("TestB",)
    assert suite.case_command == "go test ./. -run '^TestB$'"
    assert suite.covers == "all tests of the folder"
    assert suite.condition == "where the build constraint x holds"
