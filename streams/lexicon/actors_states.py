"""Bodies of states, generated: which ministries, armies and parliaments news names, and how.

A row of the table is a kind of body: how its id ends, how it is called ({m} and {f} stand for the definite adjective of
the state, {n} for its name), and which states news names it of. A kind without states is named of every state.
"""

from typing import NamedTuple

#: States whose offices Arabic news follows closely.
_FOLLOWED = """
russia united-states syria iraq iran turkey israel egypt saudi-arabia united-arab-emirates qatar kuwait bahrain oman
yemen jordan lebanon palestine libya tunisia algeria morocco sudan mauritania somalia france united-kingdom germany
italy spain netherlands belgium sweden norway denmark greece cyprus poland hungary austria ukraine belarus georgia
armenia azerbaijan kazakhstan china japan south-korea north-korea india pakistan afghanistan indonesia malaysia
australia canada brazil argentina mexico venezuela colombia cuba ethiopia eritrea kenya nigeria south-africa chad
south-sudan djibouti serbia bulgaria romania portugal switzerland finland
"""
_NEAR = """
russia united-states syria iraq iran turkey israel egypt saudi-arabia united-arab-emirates qatar kuwait bahrain oman
yemen jordan lebanon palestine libya tunisia algeria morocco sudan france united-kingdom germany china
"""


class Kind(NamedTuple):
    """A kind of body.

    Attributes:
        id: How the ids of its bodies end.
        forms: How they are called, the fullest form first.
        states: Ids of the states, or the empty string for all.
    """

    id: str
    forms: tuple[str, ...]
    states: str = ""


KINDS: tuple[Kind, ...] = (
    Kind("government", ("الحكومة {f}", "حكومة {n}")),
    Kind("foreign-ministry", ("وزارة الخارجية {f}", "الخارجية {f}", "وزارة خارجية {n}")),
    Kind("parliament", ("البرلمان {m}", "برلمان {n}")),
    Kind("army", ("الجيش {m}", "القوات المسلحة {f}", "جيش {n}")),
    Kind("defence-ministry", ("وزارة الدفاع {f}", "الدفاع {f}"), _FOLLOWED),
    Kind("interior-ministry", ("وزارة الداخلية {f}", "الداخلية {f}"), _FOLLOWED),
    Kind("presidency", ("الرئاسة {f}", "رئاسة الجمهورية {f}"), _FOLLOWED),
    Kind("police", ("الشرطة {f}", "شرطة {n}"), _FOLLOWED),
    Kind("central-bank", ("البنك المركزي {m}", "المصرف المركزي {m}"), _FOLLOWED),
    Kind("finance-ministry", ("وزارة المالية {f}", "المالية {f}"), _NEAR),
    Kind("justice-ministry", ("وزارة العدل {f}",), _NEAR),
    Kind("health-ministry", ("وزارة الصحة {f}",), _NEAR),
    Kind("oil-ministry", ("وزارة النفط {f}",), "iraq iran syria libya kuwait"),
    Kind("house", ("مجلس النواب {m}",), "egypt jordan lebanon yemen libya bahrain morocco"),
    Kind("embassy", ("السفارة {f}", "سفارة {n}"), _NEAR),
    Kind("judiciary", ("القضاء {m}",), _NEAR),
    Kind("air-force", ("القوات الجوية {f}", "سلاح الجو {m}"), _NEAR),
)
