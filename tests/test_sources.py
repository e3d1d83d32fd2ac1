"""Files, folders and standard input as sources."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from loaders.errors import LoaderError
from loaders.sources import SourceFile, find_sources, read_source

NOBODY = 65534


@contextmanager
def as_a_user_without_rights() -> Iterator[None]:
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def names_in(*arguments: Path) -> list[str]:
    return [source.name for source in find_sources([str(argument) for argument in arguments])]


def test_a_folder_is_walked_in_order_and_only_what_is_read_is_found(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.MD", "a/c.pdf", "a/.gömd.txt", ".git/x.txt", "bild.jpg", "utan", "p.jsonl")
    assert names_in(tmp_path) == ["b.txt", "p.jsonl", "a/c.pdf", "a/z.MD"]


def test_links_are_not_followed_in_a_folder_but_are_when_named(tmp_path: Path) -> None:
    write(tmp_path, "utanför/hemlig.txt", "in/a.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "ut").symlink_to(tmp_path / "utanför")
    link = tmp_path / "in" / "länk.txt"
    link.symlink_to(tmp_path / "utanför" / "hemlig.txt")
    assert names_in(tmp_path / "in") == ["a.txt"]
    assert [read_source(source) for source in find_sources([str(link)])] == ["utanför/hemlig.txt".encode()]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.txt")
    assert names_in(tmp_path / "b.txt", tmp_path, tmp_path / "a.txt") == ["b.txt", "a.txt"]


def test_a_named_file_of_any_suffix_is_yielded(tmp_path: Path) -> None:
    write(tmp_path, "protokoll.log")
    assert names_in(tmp_path / "protokoll.log") == ["protokoll.log"]


def test_names_are_composed_unicode_and_always_encodable(tmp_path: Path) -> None:
    write(tmp_path, "Ha\u030abo.txt")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xe5d.txt")).write_text("x")
    assert names_in(tmp_path) == ["Håbo.txt", "b\ufffdd.txt"]


@pytest.mark.parametrize(
    ("argument", "words"), [("saknas", "no such file"), ("tom", "no file to read"), ("tom/saknas.txt", "no such file")]
)
def test_what_holds_nothing_says_so_in_its_turn(tmp_path: Path, argument: str, words: str) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "tom").mkdir()
    sources = list(find_sources([str(tmp_path / argument), str(tmp_path / "a.txt")]))
    with pytest.raises(LoaderError, match=words):
        read_source(sources[0])
    assert read_source(sources[1]) == b"a.txt"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"Protokoll")))
    sources = list(find_sources(["-", "-"]))
    assert sources == [SourceFile(None, "-")]
    assert read_source(sources[0]) == b"Protokoll"


def test_files_and_folders_without_read_permission(tmp_path: Path) -> None:
    write(tmp_path, "stängd.txt", "mapp/a.txt", "öppen.txt")
    tmp_path.chmod(0o755)
    for parent in list(tmp_path.parents)[:4]:  # one more where the tests run side by side
        if parent.owner() == "root" and parent.name.startswith(("pytest", "popen")):
            parent.chmod(0o755)
    (tmp_path / "stängd.txt").chmod(0)
    (tmp_path / "mapp").chmod(0)
    problems = []
    read = []
    with as_a_user_without_rights():
        for source in find_sources([str(tmp_path), str(tmp_path / "mapp" / "a.txt"), "x" * 5000, "a\0b"]):
            try:
                read.append(read_source(source))
            except LoaderError as error:
                problems.append(str(error))
    (tmp_path / "mapp").chmod(0o755)
    assert read == ["öppen.txt".encode()]
    assert problems == [
        "stängd.txt: no permission to read it; change the file's permissions or leave it out",
        f"{tmp_path}/mapp: no permission to read it; change the file's permissions or leave it out",
        f"{tmp_path}/mapp/a.txt: no permission to read it; change the file's permissions or leave it out",
        f"{'x' * 5000}: file name too long",
        "a\0b: embedded null byte",
    ]
