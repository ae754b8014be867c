"""The figures worked out from counts, and what each means. The Welsh is machine-written; awaiting a translator."""

from dataclasses import dataclass

from offices import Text


@dataclass(frozen=True)
class Derived:
    """A figure worked out from counts. `rests_on` is the measure whose rows it opens into."""

    key: str
    name: Text
    definition: Text
    unit: Text
    rests_on: str


POUNDS = Text("pounds", "punnoedd")
PER_CENT = Text("per cent", "y cant")

DERIVED = (
    Derived(
        "settled-share",
        Text("Share settled at first contact", "Cyfran a setlwyd ar y cyswllt cyntaf"),
        Text(
            "Contacts settled at first contact, divided by contacts received in the same month.",
            "Cysylltiadau a setlwyd ar y cyswllt cyntaf, wedi’u rhannu â’r cysylltiadau a dderbyniwyd yn yr un mis.",
        ),
        PER_CENT, "settled",
    ),
    Derived(
        "days-to-contact",
        Text("Average days to first contact", "Dyddiau ar gyfartaledd i’r cysylltiad cyntaf"),
        Text(
            "The mean number of days, weekends too, from the day we heard to the day we first reached the person, over the"
            " first contacts made in the month.",
            "Nifer cymedrig y dyddiau, gan gynnwys penwythnosau, o’r diwrnod y clywsom i’r diwrnod y cyrhaeddwyd y person"
            " gyntaf, dros y cysylltiadau cyntaf a wnaed yn y mis.",
        ),
        Text("days", "diwrnodau"), "contacted",
    ),
    Derived(
        "reviews-upheld",
        Text("Share of reviews upheld", "Cyfran yr adolygiadau a gadarnhawyd"),
        Text(
            "Reviews decided in the month that found the outcome not reasonable and proportionate, divided by all decided in"
            " the month.",
            "Adolygiadau a benderfynwyd yn y mis ac a gafodd nad oedd y canlyniad yn rhesymol ac yn gymesur, wedi’u rhannu â’r"
            " cyfan a benderfynwyd yn y mis.",
        ),
        PER_CENT, "reviews-decided",
    ),
    Derived(
        "days-to-review",
        Text("Average days to decide a review", "Dyddiau ar gyfartaledd i benderfynu adolygiad"),
        Text(
            "The mean number of days, weekends too, from the day the application reached us to the day of the decision, over"
            " the reviews decided in the month.",
            "Nifer cymedrig y dyddiau, gan gynnwys penwythnosau, o’r diwrnod y cyrhaeddodd y cais ni i ddiwrnod y penderfyniad,"
            " dros yr adolygiadau a benderfynwyd yn y mis.",
        ),
        Text("days", "diwrnodau"), "reviews-decided",
    ),
    Derived(
        "cost-per-contact",
        Text("Cost of a contact", "Cost cysylltiad"),
        Text(
            "The team’s cost for the period, divided by contacts received. A month is a twelfth of the year’s cost. Does"
            " not include what others spend on what is passed to them.",
            "Cost y tîm am y cyfnod, wedi’i rhannu â’r cysylltiadau a dderbyniwyd. Mae mis yn ddeuddegfed ran o gost y"
            " flwyddyn. Nid yw’n cynnwys yr hyn y mae eraill yn ei wario ar yr hyn a drosglwyddir iddynt.",
        ),
        POUNDS, "contacts",
    ),
    Derived(
        "cost-per-resolution",
        Text("Cost of settling one", "Cost setlo un"),
        Text(
            "The same cost, divided by contacts settled at first contact. It is not the cost of a contact: the two are"
            " shown side by side so that neither is taken for the other.",
            "Yr un gost, wedi’i rhannu â’r cysylltiadau a setlwyd ar y cyswllt cyntaf. Nid cost cysylltiad ydyw: dangosir"
            " y ddwy ochr yn ochr fel na chymerir y naill am y llall.",
        ),
        POUNDS, "settled",
    ),
    Derived(
        "officer-hours",
        Text("Officer hours saved", "Oriau swyddogion a arbedwyd"),
        Text(
            "Contacts settled at first contact, times the minutes each is assumed to have saved an officer.",
            "Cysylltiadau a setlwyd ar y cyswllt cyntaf, wedi’u lluosi â’r munudau y tybir i bob un arbed i swyddog.",
        ),
        Text("hours", "oriau"), "settled",
    ),
    Derived(
        "money-saved",
        Text("Worth of those hours", "Gwerth yr oriau hynny"),
        Text(
            "Officer hours saved, times the hourly rate. An estimate: no money is handed back.",
            "Oriau swyddogion a arbedwyd, wedi’u lluosi â’r gyfradd yr awr. Amcangyfrif: ni roddir arian yn ôl.",
        ),
        POUNDS, "settled",
    ),
    Derived(
        "net",
        Text("Worth, less the team’s cost", "Gwerth, llai cost y tîm"),
        Text(
            "The worth of officer hours saved, less the team’s cost for the period. Below nothing when the team costs more.",
            "Gwerth yr oriau swyddogion a arbedwyd, llai cost y tîm am y cyfnod. Yn is na dim pan fo’r tîm yn costio mwy.",
        ),
        POUNDS, "settled",
    ),
    Derived(
        "break-even",
        Text("Minutes that would pay for the team", "Munudau a fyddai’n talu am y tîm"),
        Text(
            "How many officer minutes each contact settled would have to save for the worth to equal the team’s cost.",
            "Faint o funudau swyddog y byddai’n rhaid i bob cysylltiad a setlwyd eu harbed i’r gwerth fod yn hafal i gost"
            " y tîm.",
        ),
        Text("minutes", "munudau"), "settled",
    ),
)  # fmt: skip
BY_KEY = {one.key: one for one in DERIVED}
