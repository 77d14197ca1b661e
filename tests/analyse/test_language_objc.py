"""What is in an Objective-C file."""

import pytest

from sphinx_repodoc.model.facts import LineCounts
from tests.analyse.language_facts import facts_of, heads_of, imports_of, kinds_of, symbol_of

LANGUAGE = "Objective-C"

KINDS = [
    (
        "@interface A : B <P> { int _x; @private C *_y; }\n@property C *z;\n- (void)m;\n@end",
        {
            "A": "interface",
            "A._x": "instance variable",
            "A._y": "instance variable",
            "A.z": "property",
            "A.m": "method",
        },
    ),
    (
        "@implementation A\n@dynamic z;\n- (void)m { int x; }\n+ (A *)n { return nil; }\n@end",
        {"A": "implementation", "A.m": "method", "A.n": "class method"},
    ),
    ("@interface A ()\n@property int x;\n@end", {"A": "extension", "A.x": "property"}),
    ("@interface A (B)\n- (void)m;\n@end", {"A.B": "category", "A.m": "method"}),
    (
        "@implementation A (B)\n- (void)m {}\n@end",
        {"A.B": "category implementation", "A.m": "method"},
    ),
    ("@protocol P <Q>\n@optional\n- (int)m;\n@end", {"P": "protocol", "P.m": "method"}),
    ("@protocol P\n- (id)a:(int)x b:(C *)y;\n@end", {"P": "protocol", "P.a:b:": "method"}),
    (
        "@implementation A\nstatic int x;\nvoid f(void) { }\n@end",
        {"A": "implementation", "x": "variable", "f": "function"},
    ),
    (
        "@interface A\n#ifdef X\n@property B *c;\n#endif\n#ifndef X\n- (void)m;\n#endif\n@end",
        {"A": "interface", "A.c": "property", "A.m": "method"},
    ),
    (
        "typedef NS_ENUM(NSInteger, E) { A, B };",
        {"E": "enum", "E.A": "enumerator", "E.B": "enumerator"},
    ),
    (
        "NS_ASSUME_NONNULL_BEGIN\n\n@interface A : B\n@end\n\nNS_ASSUME_NONNULL_END",
        {"A": "interface"},
    ),
    (
        "@interface A\n- (id)m:(int)x NS_UNAVAILABLE;\n- (id)n API_AVAILABLE(ios(1)) ;\n@end",
        {"A": "interface", "A.m:": "method", "A.n": "method"},
    ),
    ("EXPORT NSString * const A;\ntypedef void (^B)(int);", {"A": "variable", "B": "typedef"}),
    ("struct s { int a; };\n#define M 1", {"s": "struct", "s.a": "member", "M": "macro"}),
]

NOTHING = [
    "",
    "@class A, B;\n@protocol C;",
    "// @interface A\n/* @end */",
    "[[A alloc] init];",
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    assert kinds_of(text, LANGUAGE) == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, LANGUAGE).symbols == ()


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("@interface A : B\n@end", "@interface A"),
        ("@interface A (C)\n@end", "@interface A (C)"),
        ("@interface A ()\n@end", "@interface A ()"),
        ("API(1) @interface A : B\n@end", "API(1) @interface A"),
        ("typedef NS_ENUM(NSInteger, E) { };", "typedef NS_ENUM(NSInteger, E)"),
    ],
)
def test_heads_are_as_written(text: str, head: str) -> None:
    assert heads_of(text, LANGUAGE) == [head]


def test_heads_of_members() -> None:
    text = "@interface A\n@property (copy) B *b;\n- (id)a:(int)x b:(C *)y;\n@end"
    assert heads_of(text, LANGUAGE)[1:] == ["@property (copy) B *b", "- (id)a:b:"]


def test_bases_and_documentation() -> None:
    symbol = symbol_of("/** A thing. */\n@interface A : B <P, Q>\n@end", LANGUAGE)
    assert symbol.bases == ("B", "P", "Q")
    assert symbol.documentation == "A thing."


def test_imports() -> None:
    text = '#import <A/A.h>\n#include "b.h"\n@import C;\n'
    assert imports_of(text, LANGUAGE) == [("<A/A.h>", []), ("b.h", []), ("C", [])]


def test_test_cases() -> None:
    text = (
        "@import XCTest;\n@implementation T\n- (void)testA {}\n- (void)helper {}\n"
        "- (void)testB:(int)x {}\n- (BOOL)testC { return YES; }\n@end"
    )
    assert [(t.framework, t.symbol) for t in facts_of(text, LANGUAGE).tests] == [
        ("xctest", "T.testA")
    ]


def test_lines_are_counted() -> None:
    text = "// a\n@interface A // b\n\n/* c\n*/\n@end\n"
    assert facts_of(text, LANGUAGE).lines == LineCounts(code=2, comment=3, blank=1)
