"""What is in an XML file."""

import pytest

from sphinx_repodoc.analyse.keys import MAX_KEYS
from sphinx_repodoc.model.facts import DeclarationKind, LineCounts
from tests.analyse.language_facts import declared_in, facts_of

OUTLINES = [
    ('<?xml version="1.0"?>\n<a>\n<b/>\n</a>\n', [("a", 2, 4)]),
    ('<a:b xmlns:a="x"/>', [("a:b", 1, 1)]),
    ('<a id="x">\n<c name="no"/></a>', [("a", 1, 2), ("a x", 1, 1)]),
    ("<a><b\n xml:id='y &amp; z'/></a>", [("a", 1, 2), ("b y & z", 1, 2)]),
    ('<a><![CDATA[<b id="x"/>]]></a>', [("a", 1, 1)]),
]  # fmt: skip

NOTHING = ["", "<!-- <a id='x'/> -->", "text", '<?xml version="1.0"?>\n<!DOCTYPE a>\n', "<"]


@pytest.mark.parametrize(("text", "elements"), OUTLINES)
def test_the_root_and_what_has_an_id_are_listed(
    text: str, elements: list[tuple[str, int, int]]
) -> None:
    outline = facts_of(text, "XML").outline
    assert [(e.text, e.span.line, e.span.end_line) for e in outline] == elements


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_document_yields_nothing(text: str) -> None:
    facts = facts_of(text, "XML")
    assert (facts.outline, facts.declarations, facts.symbols) == ((), (), ())


def test_of_too_many_ids_the_root_is_left() -> None:
    many = '<b id="x"/>' * (MAX_KEYS + 1)
    facts = facts_of(f"<a>{many}</a>", "XML")
    assert ([e.text for e in facts.outline], facts.outline_depth) == (["a"], 1)


def test_maven_reads_the_artifact_its_modules_and_dependencies() -> None:
    text = """<project>
<parent><artifactId>no</artifactId></parent>
<artifactId>a</artifactId>
<modules>
<module>b</module>
</modules>
<dependencies>
<!-- c -->
<dependency><groupId>g</groupId><artifactId>d</artifactId>
<version>${v}</version><scope>test</scope></dependency>
</dependencies>
<build><plugins><plugin><artifactId>no</artifactId></plugin></plugins></build>
</project>
"""
    assert declared_in(text, "XML") == [
        (DeclarationKind.DISTRIBUTION, "a", "", "", 3),
        (DeclarationKind.MEMBER, "b", "", "", 5),
        (DeclarationKind.DEPENDENCY, "g:d", "${v}", "test", 9),
    ]


def test_msbuild_reads_packages_and_projects() -> None:
    text = """<Project Sdk="x">
<ItemGroup>
<PackageReference Include="A" Version="1" />
<PackageReference Include="B"><Version>2</Version></PackageReference>
<PackageReference Update="C" Version="3" />
</ItemGroup>
<ItemGroup><ProjectReference Include="..\\D.csproj" /></ItemGroup>
</Project>
"""
    dependency = DeclarationKind.DEPENDENCY
    assert declared_in(text, "XML") == [
        (dependency, "A", "1", "", 3),
        (dependency, "B", "2", "", 4),
        (dependency, "..\\D.csproj", "", "projects", 7),
    ]


def test_the_comment_at_the_top_is_about_the_file() -> None:
    text = '<?xml version="1.0"?>\n<!-- What it is. -->\n\n<a/>\n'
    facts = facts_of(text, "XML")
    assert facts.documentation == "What it is."
    assert facts.lines == LineCounts(code=2, comment=1, blank=1)
