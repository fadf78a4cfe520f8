"""The words of one line: the speaker's own in « », everything else without marks."""

from rich.text import Text

from schemas.quotations import Quotation
from schemas.timeline import Line, Statement
from streams.render.bidi import safe

_MARKS = "\"'“”„«»‘’ \u00a0"
_OPEN, _CLOSE = "«", "»"


def line_words(line: Line, style: str = "") -> Text:
    """Return the statement, with « » round the words given as the speaker's own, or the sentence of the event."""
    if isinstance(line, Statement):
        return Text(marked(line.quotation), style=style)
    text = Text(safe(line.event.sentence.text), style=style)
    trigger = safe(line.event.trigger.text)
    at = text.plain.find(trigger)
    if trigger and at >= 0:
        text.stylize("bold", at, at + len(trigger))
    return text


def marked(quotation: Quotation) -> str:
    """Return the content of a quotation with its verbatim parts in « », in place of the marks of the article."""
    content = quotation.content.text
    parts: list[str] = []
    done = 0
    for piece in quotation.verbatim:
        at = content.find(piece.text, done)
        if at < 0:
            continue
        parts += [content[done:at].rstrip(_MARKS), f"{_OPEN}{piece.text.strip(_MARKS)}{_CLOSE}"]
        done = at + len(piece.text)
        while done < len(content) and content[done] in _MARKS:
            done += 1
    parts.append(content[done:])
    return safe(" ".join(part for part in parts if part.strip(_MARKS)))
