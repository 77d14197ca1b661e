"""Digests of values: equal values have the same, in every process."""

import hashlib
import os
from pathlib import PurePosixPath

import msgspec


def digest(value: object) -> str:
    """Return a digest of a plain value: 32 hexadecimal digits."""
    return hashlib.blake2b(ENCODER.encode(value), digest_size=16).hexdigest()


def checksum(value: object) -> int:
    """Return a number of 64 bits that stands for a plain value, the same in every process."""
    packed = ENCODER.encode(value)
    return int.from_bytes(hashlib.blake2b(packed, digest_size=8).digest(), "big", signed=True)


def _encode(value: object) -> object:
    """Encode what msgspec does not know: a path, whose name may be any bytes, and mappings."""
    if isinstance(value, PurePosixPath):
        return os.fsencode(value)
    raise NotImplementedError(f"there is no digest of a {type(value).__name__}")


ENCODER = msgspec.msgpack.Encoder(enc_hook=_encode, order="deterministic")
