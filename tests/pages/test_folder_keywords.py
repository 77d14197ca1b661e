"""The keyword index of a folder, and the pages that it is spread over."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_repodoc.model.digest import digest
from sphinx_repodoc.model.facts import Facts, Symbol
from sphinx_repodoc.model.files import ROOT, FileKind, Folder, SourceFile, Span
from sphinx_repodoc.model.indices import Elsewhere, FolderKeywords
from sphinx_repodoc.model.survey import Listing, Survey
from sphinx_repodoc.pages import folder_keywords
from sphinx_repodoc.pages.folder_keywords import find_folder_keywords, find_keyword_pages
from sphinx_repodoc.pages.symbols import name_key

DEEP = PurePosixPath("a/b")


def survey_of(*names: str, **files: Iterable[str]) -> Survey:
    """Survey ``a/b/x.py`` that defines `names`, and other files directly in ``a``."""
    defined = {PurePosixPath("a/b/x.py"): names}
    defined |= {PurePosixPath(f"a/{name}.py"): tuple(found) for name, found in files.items()}
    listing = Listing(
        files={path: SourceFile(path, FileKind.TEXT) for path in sorted(defined)},
        folders={
            ROOT: Folder(ROOT, folders=(PurePosixPath("a"),)),
            PurePosixPath("a"): Folder(PurePosixPath("a"), folders=(DEEP,)),
            DEEP: Folder(DEEP, files=(PurePosixPath("a/b/x.py"),)),
        },
        skipped={},
    )
    facts = {
        path: Facts(
            symbols=tuple(
                Symbol(name, name, "function", Span(line, line), ordinal=line)
                for line, name in enumerate(found, 1)
            )
        )
        for path, found in defined.items()
    }
    return Survey(Path("/r"), listing, facts, {}, {}, {})


def listed(keywords: FolderKeywords | None) -> list[str]:
    assert keywords
    return [symbol.name for bucket in keywords.buckets for symbol in bucket.symbols]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let four symbols fill a section, and six a page."""
    monkeypatch.setattr(folder_keywords, "SECTION_LIMIT", 4)
    monkeypatch.setattr(folder_keywords, "PAGE_LIMIT", 6)


@pytest.mark.parametrize(
    ("name", "key"),
    [("Cart", "cart"), ("__init__", "__init__"), ("Größe", "grösse"), ("a-b c", "a_b_c")],
)
def test_a_name_is_looked_up_in_lower_case(name: str, key: str) -> None:
    assert name_key(name) == key


def test_few_symbols_are_listed_by_letter_in_the_section() -> None:
    keywords = find_folder_keywords(survey_of("b", "A", "a", "Über"), DEEP)
    assert keywords
    assert [(bucket.prefix, bucket.number) for bucket in keywords.buckets] == [
        ("a", 2),
        ("b", 1),
        ("ü", 1),
    ]
    assert listed(keywords) == ["A", "a", "b", "Über"]
    assert keywords.number == 4


def test_a_folder_without_symbols_has_no_index_but_the_repository_a_page() -> None:
    survey = survey_of()
    assert find_folder_keywords(survey, ROOT) is None
    assert list(find_keyword_pages(survey)) == [(ROOT, "")]
    page = find_folder_keywords(survey, ROOT, "")
    assert page
    assert page.number == 0


@pytest.mark.usefixtures("small")
def test_many_symbols_are_left_to_keyword_pages() -> None:
    survey = survey_of("a", "b", "ba", "bb", "bc")
    keywords = find_folder_keywords(survey, DEEP)
    assert keywords
    assert listed(keywords) == []
    assert [bucket.elsewhere for bucket in keywords.buckets] == [
        (Elsewhere(DEEP, "", 1),),
        (Elsewhere(DEEP, "", 4),),
    ]
    assert listed(find_folder_keywords(survey, DEEP, "")) == ["a", "b", "ba", "bb", "bc"]


@pytest.mark.usefixtures("small")
def test_large_buckets_have_pages_and_small_ones_stay() -> None:
    survey = survey_of("a", "b", "test_aa", "test_ab", "test_ac", "test_b", "test_c", "tests", "u")
    pages = [prefix for path, prefix in find_keyword_pages(survey) if path == DEEP]
    assert pages == ["", "t"]
    first = find_folder_keywords(survey, DEEP, "")
    assert listed(first) == ["a", "b", "u"]
    assert find_folder_keywords(survey, DEEP)
    assert len(listed(find_folder_keywords(survey, DEEP, "t"))) == 6


@pytest.mark.usefixtures("small")
def test_what_is_common_to_many_names_costs_no_page() -> None:
    survey = survey_of(*(f"test_{letter}" for letter in "abcdefg"), "x")
    pages = [prefix for path, prefix in find_keyword_pages(survey) if path == DEEP]
    assert pages == ["", "test_", "test_g"]


@pytest.mark.usefixtures("small")
def test_one_name_that_is_too_frequent_is_left_to_the_subfolders() -> None:
    survey = survey_of("main", "main", c=["main"] * 3, d=["main"] * 2)
    page = find_folder_keywords(survey, PurePosixPath("a"), "")
    assert page
    (bucket,) = page.buckets
    assert (bucket.prefix, bucket.number, len(bucket.symbols)) == ("main", 7, 5)
    assert bucket.elsewhere == (Elsewhere(DEEP, None, 2),)
    survey = survey_of(*["main"] * 5, c=["main"] * 2)
    page = find_folder_keywords(survey, PurePosixPath("a"), "")
    assert page
    assert page.buckets[0].elsewhere == (Elsewhere(DEEP, "", 5),)


@pytest.mark.usefixtures("small")
def test_any_beginning_can_be_asked_for() -> None:
    survey = survey_of("a", "test_a", "test_b")
    assert listed(find_folder_keywords(survey, DEEP, "TEST")) == ["test_a", "test_b"]
    assert find_folder_keywords(survey, DEEP, "tex") is None


def test_a_new_symbol_changes_the_pages_that_list_it_and_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(folder_keywords, "PAGE_LIMIT", 6)
    names = ["aa", "ab", "ac", "ta", "tb", "tc", "td"]
    one, two = survey_of(*names), survey_of(*names, "te")
    assert list(find_keyword_pages(one)) == list(find_keyword_pages(two))
    changed = [
        prefix
        for path, prefix in find_keyword_pages(one)
        if digest(find_folder_keywords(one, path, prefix))
        != digest(find_folder_keywords(two, path, prefix))
    ]
    assert changed == ["", "t"]


NAMES = st.lists(st.text("abßé_0-", min_size=1, max_size=4), max_size=60)


@given(NAMES, NAMES)
def test_every_symbol_is_listed_once_in_each_index(deep: list[str], flat: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folder_keywords, "SECTION_LIMIT", 4)
        patch.setattr(folder_keywords, "PAGE_LIMIT", 6)
        survey = survey_of(*deep, c=flat)
        pages = set(find_keyword_pages(survey))
        for folder, names in ((DEEP, deep), (PurePosixPath("a"), [*deep, *flat])):
            found: list[str] = []
            for path, prefix in sorted(pages):
                keywords = find_folder_keywords(survey, path, prefix)
                assert keywords
                if path == folder:
                    found += listed(keywords)
                for bucket in keywords.buckets:
                    left = sum(place.number for place in bucket.elsewhere)
                    assert bucket.number == len(bucket.symbols) + left
                    for place in bucket.elsewhere:
                        assert place.prefix is None or (place.path, place.prefix) in pages
                        found += [bucket.prefix] * place.number * (place.path != path == folder)
            if len(names) > 4:
                assert sorted(map(name_key, found)) == sorted(map(name_key, names))
