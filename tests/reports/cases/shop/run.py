"""Runs things."""

import asyncio
import pickle
import subprocess
import time


def load(stream):
    """Load what was stored."""
    return pickle.load(stream)


def run(command):
    """Run a command of the shell."""
    assert command
    return subprocess.run(command, shell=True)


async def wait():
    """Wait."""
    time.sleep(1)


def names(rows):
    """Give the names."""
    found = []
    for row in rows:
        if row:
            found.append(row.name)
    return found


PASSWORD = "hunter2"  # noqa: S105
asyncio.run(wait())
