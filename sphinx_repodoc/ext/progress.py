"""How much of the survey is done, on the terminal."""

from dataclasses import dataclass, field

from sphinx.util import logging

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Progress:
    """Shows on the terminal how much of the analysis is done."""

    shown: int = field(default=-1)

    def __call__(self, done: int, total: int) -> None:
        """Show that so many files of so many are analysed."""
        percent = 100 * done // total if total else 100
        if percent != self.shown:
            self.shown = percent
            logger.info("\rsurveying the repository... %d%%", percent, nonl=done < total)
