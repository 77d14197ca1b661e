"""Windows on long rows: the reader's own place with its neighbours."""


def find_window(length: int, place: int | None, reach: int) -> slice:
    """Return the part of a row that is shown: all of it, or one place with its neighbours.

    :param place: index of the reader's own place; None for none in this row, so its start
    :param reach: how many neighbours on either side; fewer on one are made up for on the other
    """
    width = 2 * reach + 1
    start = max(0, min((place or 0) - reach, length - width))
    return slice(start, min(length, start + width))
