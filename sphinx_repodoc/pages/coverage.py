"""What was run of files and folders, as the reports say."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePosixPath

from sphinx_repodoc.model.coverage import Marks, Ratio
from sphinx_repodoc.model.folder_parts import FolderCoverage
from sphinx_repodoc.model.survey import Survey


def find_marks(survey: Survey, path: PurePosixPath) -> Marks:
    """Say which lines of a file were run, by whichever report."""
    reports = survey.reported.coverage.get(path, ())
    run = {line for report in reports for line in report.covered}
    whole = {line for report in reports for line in {*report.covered} - {*report.partial}}
    missing = {line for report in reports for line in report.missing} - run
    return Marks(
        tuple(report.report for report in reports),
        tuple(sorted(whole)),
        tuple(sorted(run - whole)),
        tuple(sorted(missing)),
    )


def find_ratio(survey: Survey, path: PurePosixPath) -> Ratio | None:
    """Say how much of a file, or of all files below a folder, was run by whichever report."""
    return _ratios(survey).get(path)


def find_folder_coverage(survey: Survey, path: PurePosixPath) -> tuple[FolderCoverage, ...]:
    """Say what each report tells of the files below a folder."""
    return _by_report(survey).get(path, ())


@lru_cache(maxsize=1)
def _ratios(survey: Survey) -> Mapping[PurePosixPath, Ratio]:
    ratios: dict[PurePosixPath, Ratio] = {}
    for path in survey.reported.coverage:
        ratio = find_marks(survey, path).ratio
        for each in (path, *path.parents):
            ratios[each] = ratios.get(each, Ratio(0, 0)) + ratio
    return ratios


@lru_cache(maxsize=1)
def _by_report(survey: Survey) -> Mapping[PurePosixPath, tuple[FolderCoverage, ...]]:
    found: dict[PurePosixPath, dict[str, FolderCoverage]] = defaultdict(dict)
    for path, reports in survey.reported.coverage.items():
        for folder in path.parents:
            for report in reports:
                name = report.report
                before = found[folder].get(name, FolderCoverage(name, Ratio(0, 0), 0))
                ratio = before.ratio + report.ratio
                found[folder][name] = FolderCoverage(name, ratio, before.files + 1)
    return {
        folder: tuple(each for _, each in sorted(reports.items()))
        for folder, reports in found.items()
    }
