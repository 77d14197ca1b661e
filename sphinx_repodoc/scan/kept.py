"""What builds keep for the next one: a file that is only ever replaced as a whole."""

import os
from pathlib import Path


def write_kept(store: Path | None, name: str, content: bytes) -> None:
    """Write a file of the store; where that cannot be done, the next build does without."""
    if not store:
        return
    made = store / f"{name}.{os.getpid()}"
    try:
        store.mkdir(parents=True, exist_ok=True)
        made.write_bytes(content)
        made.replace(store / name)
    except OSError:
        return
