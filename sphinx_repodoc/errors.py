"""The errors that this package raises."""


class RepodocError(Exception):
    """Base of every error that this package raises."""


class GitError(RepodocError):
    """Git could not answer; the message holds what it said."""


class RootError(RepodocError):
    """The repository root is missing, is no folder, or cannot be read."""


class ConfigurationError(RepodocError):
    """A configuration value is not what it may be; the message names both."""


class ChangedError(RepodocError):
    """A file is no longer what the scan read: it was changed, removed or made unreadable."""


class DamagedError(RepodocError):
    """The store of facts holds what nobody wrote."""


class ReportError(RepodocError):
    """A report cannot be read."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


class LinterError(RepodocError):
    """A linter gave no answer."""
