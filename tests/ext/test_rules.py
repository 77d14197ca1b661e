"""Rules that a project adds: those of the guide, and those that cannot be used."""

from pathlib import Path

from tests.ext.conftest import MakeProject

GUIDE = Path(__file__).parents[2] / "docs/howto/rules.md"
GO = """language = "Go"

[[rule]]
id = "shop/goto"
section = "patterns"
title = "Goto"
query = "(goto_statement) @match"
reason = "It jumps."

[[rule]]
id = "shop/wrong"
section = "patterns"
title = "Wrong"
query = "(no_such_node) @match"
reason = "It is wrong."
"""


def test_the_guide_adds_a_rule_and_what_is_wrong_costs_itself(make_project: MakeProject) -> None:
    _, _, rest = GUIDE.read_text("utf-8").partition("```toml\n")
    project = make_project(
        {
            "docs/rules.toml": rest.partition("```")[0],
            "docs/go.toml": GO,
            "docs/broken.toml": 'language = "Go"\nrule = \n',
            "docs/other.toml": 'language = "Klingon"\nrule = []\n',
            "docs/unknown.toml": 'language = "Go"\nrules = []\n',
            "a.py": "print(1)\n\n\ndef f(print):\n    print(1)\n",
            "a.go": "package p\n\nfunc f() {\nx:\n\tgoto x\n}\n",
        },
        repodoc_pages="repository",
        repodoc_rules=[f"{name}.toml" for name in ("rules", "go", "broken", "other", "unknown")],
    )
    build = project.build()
    docs = project.root / "docs"
    starts = [
        f"{docs}/go.toml:11: WARNING: repodoc_rules: the rule shop/wrong is left out",
        f"{docs}/broken.toml:2: WARNING: repodoc_rules: the file is left out",
        f"{docs}/other.toml:1: WARNING: repodoc_rules: no rules can be added for the language",
        f"{docs}/unknown.toml:1: WARNING: repodoc_rules: the file is left out",
    ]
    assert [
        start for start, told in zip(starts, build.warnings, strict=True) if start in told
    ] == starts
    assert "print (line 1). The call prints; our" in build.text("repository/a.py")
    assert "f (line 5). It jumps." in build.text("repository/a.go")
    assert project.build().read == []
    (docs / "go.toml").write_text(GO.replace("It jumps.", "It leaps."))
    again = project.build()
    assert "It leaps." in again.text("repository/a.go")
    assert "repository/a.py" not in again.read
