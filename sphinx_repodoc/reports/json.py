"""JSON into typed values, with errors that say where."""

import re
from typing import TypeVar

import msgspec

from sphinx_repodoc.errors import ReportError

Wanted = TypeVar("Wanted")

BYTE = re.compile(r" \(byte (\d+)\)")


def decode(content: bytes, wanted: type[Wanted]) -> Wanted:
    """Decode a report.

    :raises ReportError: it is no JSON, or not of that form
    """
    try:
        return msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"), type=wanted)
    except msgspec.ValidationError as error:
        raise ReportError(f"the report is not of its format: {error}") from error
    except RecursionError as error:
        raise ReportError("the report is nested too deep") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        byte = BYTE.search(str(error))
        line = content.count(b"\n", 0, int(byte[1])) + 1 if byte else 0
        raise ReportError(f"the report is no JSON: {BYTE.sub('', str(error))}", line) from error
