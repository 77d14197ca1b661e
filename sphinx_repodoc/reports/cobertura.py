"""Cobertura's XML, as coverage.py, gcovr and many others write it."""

from xml.parsers.expat import ExpatError, ParserCreate

from sphinx_repodoc.errors import ReportError
from sphinx_repodoc.reports.record import Record, Records

Attributes = dict[str, str]


def parse(content: bytes) -> Records:
    """Parse a report.

    :raises ReportError: it is no XML, declares entities, or holds no classes
    """
    reader = _Reader()
    try:
        reader.parser.Parse(content, True)  # noqa: FBT003 - expat takes no keywords
    except ExpatError as error:
        raise ReportError(f"the report is no XML: {error}", error.lineno) from error
    if not reader.has_classes:
        raise ReportError("the report is XML, but not Cobertura's: have the tool write that")
    return reader.records


class _Reader:
    """Takes the elements as they come, so that a report of any size needs little memory."""

    def __init__(self) -> None:
        self.records = Records()
        self.has_classes = False
        self.parser = ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._take_text
        self.parser.EntityDeclHandler = self._refuse
        self.parser.buffer_text = True
        self._record: Record | None = None
        self._text = ""

    def _start(self, name: str, attributes: Attributes) -> None:
        self._text = ""
        if name in {"packages", "classes"}:
            self.has_classes = True
        elif name == "class" and attributes.get("filename"):
            self._record = self.records.files[attributes["filename"]]
        elif name == "line" and self._record is not None:
            self._note(self._record, attributes)

    def _end(self, name: str) -> None:
        if name == "source" and self._text.strip():
            self.records.sources.append(self._text.strip())
        elif name == "class":
            self._record = None

    def _take_text(self, text: str) -> None:
        self._text += text

    def _note(self, record: Record, attributes: Attributes) -> None:
        try:
            line, hits = int(attributes["number"]), float(attributes["hits"])
        except (KeyError, ValueError) as error:
            number = self.parser.CurrentLineNumber
            raise ReportError("a line has no number, or no number of hits", number) from error
        record.note(line, was_run=hits > 0)
        share = attributes.get("condition-coverage", "100%").partition("%")[0].strip()
        if attributes.get("branch") == "true" and share != "100":
            record.partial.add(line)

    def _refuse(self, *_declared: object) -> None:
        raise ReportError("the report declares entities", self.parser.CurrentLineNumber)
