"""Lines become paragraphs, and the kept ones become a text."""

from streams.normalize.cleaning import clean
from streams.normalize.letters import flatten
from streams.normalize.lines import compose, paragraphs, split

LONG = "وقال بيسكوف إن الحديث عن خطط بديلة سابق لأوانه لأن هدفنا الملح يكمن حاليا في وقف تشارك فيه الفصائل التي"


def joined(raw: str) -> list[str]:
    """The paragraphs of a text, their lines apart by a bar."""
    flat = flatten(raw)
    found = paragraphs(flat, split(flat))
    return ["|".join(flat.text[line.start : line.end] for line in lines) for lines in found]


def test_a_line_wrapped_inside_a_paragraph_is_joined() -> None:
    """Where blank lines part the paragraphs, a long line without a full stop goes on in the next one."""
    raw = f"عنوان\n\n{LONG}\nتدعم المبادرة.\n\nوأضاف نعم."

    assert joined(raw) == ["عنوان", f"{LONG}|تدعم المبادرة.", "وأضاف نعم."]
    assert clean(raw).text == f"عنوان\n{LONG} تدعم المبادرة.\nوأضاف نعم."


def test_a_subheading_is_not_joined() -> None:
    """Where each paragraph is a line, a line without a full stop is a heading however long it is."""
    raw = f"وقال نعم.\n{LONG}\nوأضاف لا.\nوختم بنعم."

    assert len(joined(raw)) == 4


def test_a_closed_line_is_not_joined() -> None:
    """A full stop, a colon or a closing mark ends a paragraph also without a blank line."""
    raw = f"عنوان\n\n{LONG}.\nتدعم المبادرة.\n\n{LONG}”\nنعم.\n\nلا."

    assert len(joined(raw)) == 6


def test_a_text_wrapped_at_a_column_is_joined() -> None:
    """Where nearly all lines are about as long as the longest, the line feeds are the page's."""
    line = "وقال الوزير إن بلاده ستواصل العمل مع شركائها في المنطقة على"
    raw = "\n".join([line] * 3 + ["نهاية الفقرة."] + [line.replace("الوزير", "الرئيس")] * 3)

    assert [paragraph.count("|") for paragraph in joined(raw)] == [3, 2]


def test_kept_lines_point_home() -> None:
    """What is composed of some lines lies where these lines lie, its marks on the line feeds before them."""
    raw = "أ\u064eب\n\nحذف\n ج  د"
    flat = flatten(raw)
    lines = split(flat)

    text, runs = compose(flat, [[lines[0]], [lines[2]]])

    assert text == "أب\nج د"
    homes = [run.raw + step for run in runs for step in range(run.length)]
    assert "".join(raw[home] for home in homes) == "أب\nج د"
    assert homes == [0, 2, 8, 10, 11, 13]
