"""Nothing of the documented repository runs, and what is wrong with a file costs no other."""

import os
import stat
import sys
from pathlib import Path

import pytest

from sphinx_repodoc.cli import main
from tests.conftest import MakeRepo, run_git
from tests.html_links import broken_links
from tests.sites import build_site, page, plain, section, sections, words

TRAP = 'import pathlib\npathlib.Path(r"{flag}").write_text("ran")\n'


def write_script(path: Path, flag: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'#!/bin/sh\necho ran > "{flag}"\ncat\n')
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return os.fspath(path)


def test_nothing_of_the_repository_runs(make_repo: MakeRepo, tmp_path: Path) -> None:
    flag = tmp_path / "flag"
    trap = TRAP.format(flag=flag)
    names = (
        "setup.py",
        "conf.py",
        "conftest.py",
        "docs/conf.py",
        "pkg/__init__.py",
        "sitecustomize.py",
    )
    tree = dict.fromkeys(names, trap)
    root = make_repo(
        {**tree, ".gitattributes": "* filter=trap diff=trap merge=trap\n", "a.txt": "a\n"}
    )
    script = write_script(tmp_path / "trap.sh", flag)
    for hook in ("post-checkout", "post-index-change", "pre-commit", "fsmonitor-watchman"):
        write_script(root / ".git/hooks" / hook, flag)
    for key in (
        "core.fsmonitor",
        "core.pager",
        "core.editor",
        "core.sshCommand",
        "core.askPass",
        "credential.helper",
        "diff.external",
        "diff.trap.textconv",
        "diff.trap.command",
        "filter.trap.clean",
        "filter.trap.smudge",
        "filter.trap.process",
        "interactive.diffFilter",
        "gpg.program",
    ):
        run_git(root, "config", key, script)
    run_git(root, "config", "log.showSignature", "true")
    (root / "a.txt").write_text("changed\n")
    flag.unlink(missing_ok=True)
    site = build_site(root, tmp_path / "site")
    assert page(site, "setup.py")
    assert not flag.exists()


BAD: dict[str, str | bytes] = {
    "binary.bin": bytes(range(256)) * 10,
    "empty.py": "",
    "half.py": "def f(\n",
    "cut.py": 'x = """never closed\n',
    "utf16.txt": "text\n".encode("utf-16"),
    "wrong.py": "# coding: utf-8\nname = 'caf\xe9'\n".encode("latin-1"),
    "lines.py": "x = 1\n" * 100_000,
    "long.js": "x" * 5_000_000,
    "large.txt": "0123456789abcdef\n" * (50_000_000 // 17),
    "nested.py": "(" * 100_000 + ")" * 100_000 + "\n",
    "nested.json": "[" * 100_000 + "]" * 100_000 + "\n",
    "quotes.md": ">" * 100_000 + " deep\n",
    "control.txt": "a\x00b"[:1] + "\x0c\x1b[31m\x7f\n",
    "odd\n name#%?\udcff.py": "x = 1\n",
    "good.py": '"""Still here."""\n',
    "unknown.zzz": "some text\n",
}


@pytest.mark.slow
def test_each_bad_file_costs_itself_only(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "repo"
    root.mkdir()
    for name, content in BAD.items():
        data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogateescape")
        (root / name).write_bytes(data)
    run_git(root, "init", "--quiet")
    run_git(root, "add", "--all")
    assert main([os.fspath(root), "-o", os.fspath(tmp_path / "site"), "--quiet"]) == 0
    site = tmp_path / "site"
    errors = plain(capfd.readouterr().err)
    warnings = [line for line in errors.splitlines() if "WARNING" in line]
    found = {
        (Path(line.partition(": WARNING")[0]).name, line.rpartition("[")[2].rstrip("]"))
        for line in warnings
    }
    assert found == {
        ("half.py:1", "repodoc.syntax"),
        ("cut.py:1", "repodoc.syntax"),
        ("wrong.py:1", "repodoc.encoding"),
        ("lines.py:1", "repodoc.limit"),
        ("long.js:1", "repodoc.limit"),
        ("large.txt:1", "repodoc.limit"),
        ("nested.py:1", "repodoc.analysis"),
        ("nested.json:1", "repodoc.analysis"),
        ("quotes.md:1", "repodoc.analysis"),
    }
    assert "Still here." in words(section(site, "good.py", "purpose"))
    assert "The file is binary." in words(section(site, "binary.bin", "source"))
    assert "The file is empty." in words(section(site, "empty.py", "source"))
    assert "repodoc_max_bytes" in words(section(site, "large.txt", "source"))
    assert "language of the file is not known" in words(section(site, "unknown.zzz", "structure"))
    assert {"metadata", "source"} <= set(sections(site, "odd~0a~20name~23~25~3f~ff.py"))
    assert broken_links(site) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes")
def test_what_cannot_be_read_is_said(
    make_repo: MakeRepo, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    root = make_repo({"a.py": "x = 1\n", "b.py": "y = 2\n"})
    (root / "a.py").unlink()
    os.mkfifo(root / "a.py")
    assert main([os.fspath(root), "-o", os.fspath(tmp_path / "site"), "--quiet"]) == 0
    (warning,) = plain(capfd.readouterr().err).splitlines()
    assert "a.py:1: WARNING" in warning
    assert "[repodoc.unreadable]" in warning
    assert "could not be read" in words(section(tmp_path / "site", "a.py", "source"))
