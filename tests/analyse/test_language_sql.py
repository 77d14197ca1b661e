"""What is in an SQL file."""

import pytest

from sphinx_repodoc.analyse.languages.sql import prepare
from sphinx_repodoc.model.facts import LineCounts
from tests.analyse.language_facts import facts_of, heads_of, kinds_of

KINDS = [
    ('CREATE TABLE IF NOT EXISTS a.b (c int, "d e" text, CONSTRAINT f PRIMARY KEY (c));', {
        "a.b": "table", "a.b.c": "column", "a.b.d e": "column"}),
    ("create table `a`.`b` (`c` int(11) NOT NULL AUTO_INCREMENT) ENGINE=InnoDB;", {
        "a.b": "table", "a.b.c": "column"}),
    ("CREATE TABLE [dbo].[A] ([b] int NOT NULL)\nGO\nCREATE TABLE C (d int)\nGO\n", {
        "dbo.A": "table", "dbo.A.b": "column", "C": "table", "C.d": "column"}),
    ("CREATE TABLE a AS SELECT b FROM c;", {"a": "table"}),
    ("ALTER TABLE a.b ADD COLUMN c int, ADD d text;", {"a.b.c": "column", "a.b.d": "column"}),
    ("CREATE OR REPLACE VIEW a AS SELECT 1;\nCREATE MATERIALIZED VIEW b AS SELECT 1;", {
        "a": "view", "b": "materialized view"}),
    ("CREATE UNIQUE INDEX a ON b (c);\nCREATE INDEX ON b (c);", {"a": "index"}),
    (("CREATE FUNCTION a.f(x int) RETURNS trigger AS $$ BEGIN\n"
     "CREATE TABLE b (c int);\nRETURN NEW; END; $$ LANGUAGE plpgsql;"), {"a.f": "function"}),
    ("CREATE PROCEDURE p() LANGUAGE SQL AS $$ SELECT 1 $$;", {"p": "procedure"}),
    (("DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; END //\nDELIMITER ;\n"
     "CREATE TABLE a (b int);"), {"p": "procedure", "a": "table", "a.b": "column"}),
    ("CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION f();", {"t": "trigger"}),
    ("CREATE TYPE a AS ENUM ('b');\nCREATE TYPE c AS (d int);", {
        "a": "type", "c": "type", "c.d": "attribute"}),
    ("CREATE SEQUENCE a;\nCREATE SCHEMA b;\nCREATE DATABASE c;\nCREATE ROLE d;", {
        "a": "sequence", "b": "schema", "c": "database", "d": "role"}),
    ("CREATE POLICY p ON a;", {"p": "policy"}),
    ("CREATE TABLE a (b int);\nCREATE ?? TABLE c (;\n", {"a": "table", "a.b": "column"}),
]  # fmt: skip

NOTHING = [
    "",
    "-- CREATE TABLE a (b int);\n/* CREATE TABLE c (d int); */",
    "INSERT INTO a VALUES ('CREATE TABLE b (c int)');",
    "WITH a AS (SELECT 1) SELECT * FROM a;",
    "DROP TABLE a;\nALTER TABLE b DROP COLUMN c;",
    "CREATE",
]

HEADS = [
    ("CREATE TEMP TABLE a.b (\n  c numeric(1, 2) NOT NULL -- d\n);",
        ["CREATE TEMP TABLE a.b", "c numeric(1, 2) NOT NULL"]),
    ("CREATE VIEW a AS SELECT 1;", ["CREATE VIEW a"]),
    ("CREATE UNIQUE INDEX a\nON b (c);", ["CREATE UNIQUE INDEX a ON b (c)"]),
    ("CREATE FUNCTION f(x int) RETURNS int AS $$ SELECT 1 $$ LANGUAGE sql;",
        ["CREATE FUNCTION f(x int) RETURNS int"]),
]  # fmt: skip

PREPARED = [
    ("SELECT [a b].[c] FROM [d]", "SELECT `a b`.`c` FROM `d`"),
    ("SELECT a[1], b[c], ARRAY[d]", "SELECT a[1], b[c], ARRAY[d]"),
    ("x\nGO\ngo 5\nGOTO", "x\n; \n;  5\nGOTO"),
    (
        "DELIMITER $$\nx; END$$\nDELIMITER ;\ny; $$\n",
        "            \nx; END; \n           \ny; $$\n",
    ),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_defined_is_found_with_its_kind(text: str, kinds: dict[str, str]) -> None:
    assert kinds_of(text, "SQL") == kinds


@pytest.mark.parametrize("text", NOTHING)
def test_what_defines_nothing_yields_nothing(text: str) -> None:
    assert facts_of(text, "SQL").symbols == ()


@pytest.mark.parametrize(("text", "heads"), HEADS)
def test_heads_are_as_written(text: str, heads: list[str]) -> None:
    assert heads_of(text, "SQL") == heads


@pytest.mark.parametrize(("text", "prepared"), PREPARED)
def test_what_only_one_dialect_knows_is_written_as_in_others(text: str, prepared: str) -> None:
    assert prepare(text) == prepared
    assert len(prepared) == len(text)


def test_comments_above_and_behind_document() -> None:
    text = (
        "-- A file.\n\n/* One. */\nCREATE TABLE a (\n  b int, -- Two.\n  -- Three.\n  c int\n);\n"
    )
    facts = facts_of(text, "SQL")
    assert facts.documentation == "A file."
    assert {s.name: s.documentation for s in facts.symbols} == {
        "a": "One.",
        "b": "Two.",
        "c": "Three.",
    }
    assert facts.lines == LineCounts(code=4, comment=3, blank=1)


def test_the_dialect_of_sql_server_is_read_alike() -> None:
    assert kinds_of("CREATE TABLE a (b int);", "Transact-SQL") == {"a": "table", "a.b": "column"}
