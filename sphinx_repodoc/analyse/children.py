"""Child processes that analyse files: a file that kills its child costs itself and no other.

Grammars are native code, and can crash, hang or take all memory. A child is forked: it inherits
the list of its files and the function that reads them, and sends what it finds, file by file.
(Started by ``spawn`` or ``forkserver`` it would run the main module of whoever builds.)
"""

import faulthandler
import gc
import multiprocessing
import os
import resource
import signal
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path

import msgspec

from sphinx_repodoc.analyse.facts import find_facts
from sphinx_repodoc.errors import ChangedError
from sphinx_repodoc.model.facts import Facts
from sphinx_repodoc.model.files import ProblemKind, SourceFile

Read = Callable[[SourceFile], str]
"""Gives the text of a file."""

Find = Callable[[str, str], Facts | None]
"""Takes a text and the name of its language."""

Job = tuple[Read, Find]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use."""

    seconds: float = 30.0
    """For one file."""
    memory: int = 2 << 30
    """Bytes of address space, beside what its parent uses."""


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Reply:
    """What a child found in a file, or why it found nothing."""

    facts: Facts | None = None
    kind: ProblemKind = ProblemKind.ANALYSIS
    message: str = ""


@dataclass(slots=True)
class Child:
    """A child at work, and how far it is."""

    process: ForkProcess
    reader: Connection
    files: Sequence[SourceFile]
    heard: float
    """When it last sent something."""
    done: int = 0
    """How many of its files it has answered for."""

    def receive(self) -> Reply | None:
        """Take the reply on the next file; None if the child is dead or raving."""
        try:
            reply = _decode(self.reader.recv_bytes(MAX_REPLY))
        except (EOFError, OSError, msgspec.DecodeError):
            return None
        self.done += 1
        self.heard = time.monotonic()
        return reply

    def leave(self) -> tuple[Sequence[SourceFile], Sequence[SourceFile]]:
        """Split what it left undone: what is to blame for its end, and what is to be tried.

        What it did before may have damaged it. So only the first file of a child is to blame;
        any other gets a child of its own to begin with.
        """
        first = 1 if not self.done else self.done
        return self.files[self.done : first], self.files[first:]

    def end(self) -> int:
        """End the process, whatever it does, and give its exit code."""
        self.reader.close()
        self.process.kill()
        self.process.join()
        return self.process.exitcode or 0


MAX_REPLY = 1 << 28
"""Bytes; the facts of a file are some thousand."""

_context = multiprocessing.get_context("fork")
_decode = msgspec.msgpack.Decoder(Reply).decode
_encode = msgspec.msgpack.Encoder().encode


def run_children(
    files: Sequence[SourceFile],
    read: Read,
    processes: int,
    limits: Limits,
    find: Find = find_facts,
) -> Iterator[tuple[SourceFile, Reply]]:
    """Analyse files in so many children at once, in no set order; no files, no children."""
    shares = [files[number::processes] for number in range(min(processes, len(files)))]
    children = [_start(share, (read, find), limits) for share in shares]
    try:
        while children:
            for child, is_overdue in _wait(children, limits.seconds):
                reply = None if is_overdue else child.receive()
                if reply:
                    yield child.files[child.done - 1], reply
                if reply is None or child.done == len(child.files):
                    children.remove(child)
                    reason = _explain(child.end(), limits.seconds if is_overdue else None)
                    blamed, left = child.leave()
                    yield from ((file, Reply(message=reason)) for file in blamed)
                    children += [_start(left, (read, find), limits)] if left else []
    finally:
        for child in children:
            child.end()


def _wait(children: Sequence[Child], seconds: float) -> list[tuple[Child, bool]]:
    """Wait for children that have something to say, or whose time for a file is over."""
    latest = min(child.heard for child in children) + seconds
    ready = wait([child.reader for child in children], max(0.0, latest - time.monotonic()))
    now = time.monotonic()
    heard = [(child, False) for child in children if child.reader in ready]
    overdue = [child for child in children if child.reader not in ready]
    return heard + [(child, True) for child in overdue if now - child.heard >= seconds]


def _explain(exit_code: int, seconds: float | None) -> str:
    cause = signal.strsignal(-exit_code) if exit_code < 0 else f"exit code {exit_code}"
    if seconds is not None:
        cause = f"not done after {seconds:g} seconds"
    return _message(str(cause))


def _message(cause: str) -> str:
    return f"the analysis failed ({cause}), so nothing is said of what is in the file"


def _start(files: Sequence[SourceFile], job: Job, limits: Limits) -> Child:
    reader, writer = _context.Pipe(duplex=False)
    process = _context.Process(target=_work, args=(writer, files, job, limits), daemon=True)
    with warnings.catch_warnings():
        # Python warns of forking beside threads: a lock that one holds stays locked in the child.
        # Should ours wait for such a lock, the time limit ends it, and another is started.
        warnings.simplefilter("ignore", DeprecationWarning)
        process.start()
    writer.close()
    return Child(process, reader, files, time.monotonic())


def _work(writer: Connection, files: Sequence[SourceFile], job: Job, limits: Limits) -> None:
    """Analyse the files one after the other: what the child does."""
    _confine(limits)
    with suppress(BrokenPipeError):
        for file in files:
            writer.send_bytes(_encode(_analyse(file, *job)))


def _confine(limits: Limits) -> None:
    """Limit the memory, and keep the end of a child from being heard elsewhere than here."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    faulthandler.disable()
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError, ValueError):
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (_address_space() + limits.memory, most))
    gc.freeze()


def _address_space() -> int:
    """Bytes of address space in use; 0 where the system does not say so in this way."""
    try:
        pages = Path("/proc/self/statm").read_text("ascii").split()[0]
    except OSError:
        return 0
    return int(pages) * resource.getpagesize()


def _analyse(file: SourceFile, read: Read, find: Find) -> Reply:
    """Analyse one file; whatever goes wrong with it is the reply."""
    try:
        return Reply(find(read(file), file.language))
    except ChangedError as error:
        return Reply(kind=ProblemKind.CHANGED, message=str(error))
    except Exception as error:  # noqa: BLE001 # the border where a file's failure becomes a problem
        return Reply(message=_message(f"{type(error).__name__}: {error}"))
