"""`musnad` with another rule set: one cue and one trigger fewer, one of each more, other languages, the next number.

    python tests/streams/newer_rules.py worker
    python tests/streams/newer_rules.py oracle < records.jsonl

Beside the commands of `musnad` it has `oracle`: records of `articles.raw` in, as `musnad tail --json` writes them, and
the last values that this rule set makes of them out, as one JSON object by topic and key.
"""

import sys
from dataclasses import replace

import msgspec

from streams import normalize, rules
from streams.lexicon import cues, stances, triggers
from streams.normalize.language import is_arabic

#: A cue that the newer rules do not know, and one that only they know.
LOST_CUE, FOUND_CUE = "اوضح", "تمتم"
#: A trigger that the newer rules do not know, and a verb of another one that only they know.
LOST_TRIGGER, FOUND_VISIT = "consult.receive", "صادف"
#: A cue that the newer rules take for a promise.
PROMISE = "اعلن"
#: Words of an article that the newer rules do not take for Arabic.
REFUSED = "هذه نشرة باللهجة"


def patch() -> None:
    """Change number, lexicon and rules before the stages are made from them."""
    rules.RULES += 1
    del cues.VERBS[LOST_CUE]
    cues.VERBS[FOUND_CUE] = cues.VERBS["قال"]
    stances.CLASSES[PROMISE] = "promise"
    kept = [one for one in triggers.TRIGGERS if one.id != LOST_TRIGGER]
    triggers.TRIGGERS = tuple(replace(one, spelled=FOUND_VISIT) if one.id == "consult.visit" else one for one in kept)
    setattr(normalize, "is_arabic", lambda text, declared: REFUSED not in text and is_arabic(text, declared))  # noqa: B010


def oracle() -> None:
    """Write down what the chain makes of some records."""
    from streams.agents.chain import Chain  # noqa: PLC0415 -- after the patch
    from streams.agents.step import Record  # noqa: PLC0415
    from streams.clients.files import Envelope  # noqa: PLC0415

    chain = Chain()
    for line in sys.stdin.buffer:
        one = msgspec.json.decode(line, type=Envelope)
        record = Record(one.topic, one.partition, one.offset, (one.key or "").encode(), one.data, one.recorded)
        for _ in chain.feed(record):
            pass
    rows = {name: {key.decode(): value.decode() for key, value in found.items()} for name, found in chain.last.items()}
    sys.stdout.buffer.write(msgspec.json.encode(rows))


if __name__ == "__main__":
    patch()
    if sys.argv[1:] == ["oracle"]:
        oracle()
    else:
        from streams.cli import main

        main()
