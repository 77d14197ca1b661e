"""The ranking of related files."""

from pathlib import PurePosixPath

from sphinx_repodoc.model.relations import Relation, RelationKind, rank

HERE = PurePosixPath("here.py")


def relation(kind: RelationKind, target: str, line: int = 0) -> Relation:
    return Relation(kind, HERE, PurePosixPath(target), line)


def test_the_closest_reason_comes_first_then_the_most_reasons_then_the_path() -> None:
    ranked = rank(
        [
            relation(RelationKind.SAME_FOLDER, "folder.py"),
            relation(RelationKind.SAME_FOLDER, "z.py"),
            relation(RelationKind.SAME_STEM, "stem.py"),
            relation(RelationKind.IMPORTED_BY, "z.py", 3),
            relation(RelationKind.IMPORTS, "twice.py", 9),
            relation(RelationKind.IMPORTS, "twice.py", 2),
            relation(RelationKind.IMPORTS, "once.py", 1),
            relation(RelationKind.IMPORTS, "also.py", 7),
        ]
    )
    assert [str(path) for path, _ in ranked] == [
        *("twice.py", "also.py", "once.py", "z.py", "stem.py", "folder.py")
    ]


def test_each_file_keeps_all_its_reasons_in_order() -> None:
    reasons = [
        relation(RelationKind.SAME_FOLDER, "a.py"),
        relation(RelationKind.TESTS, "a.py", 4),
        relation(RelationKind.IMPORTS, "a.py", 5),
        relation(RelationKind.IMPORTS, "a.py", 4),
    ]
    assert rank(reasons) == (
        (PurePosixPath("a.py"), (reasons[3], reasons[2], reasons[1], reasons[0])),
    )


def test_nothing_is_related_without_a_reason() -> None:
    assert rank([]) == ()
