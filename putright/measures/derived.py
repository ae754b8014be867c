"""The figures worked out from counts, and what each means. The Welsh is machine-written; awaiting a translator."""

from collections.abc import Mapping

from offices import Text
from putright.facts.measure import CASES
from putright.facts.of_complaints import ALLEGATIONS

from .figure import PER_CENT, Derived
from .shares import SHARES

POUNDS = Text("pounds", "punnoedd")
DAYS = Text("days", "diwrnodau")
WORKING_DAYS = Text("working days", "diwrnodau gwaith")

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
        DAYS, "contacted", "K6",
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
        PER_CENT, "reviews-decided", "K17",
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
        DAYS, "reviews-decided", "K18",
    ),
    Derived(
        "cost-per-contact",
        Text("Cost of a contact", "Cost cysylltiad"),
        Text(
            "The team’s cost for the period, divided by contacts received. A month is a twelfth of the year’s cost. Where"
            " the office says how much of the team’s time goes to contacts, only that part of the cost. Does not include what"
            " others spend on what is passed to them.",
            "Cost y tîm am y cyfnod, wedi’i rhannu â’r cysylltiadau a dderbyniwyd. Mae mis yn ddeuddegfed ran o gost y"
            " flwyddyn. Lle mae’r swyddfa’n dweud faint o amser y tîm sy’n mynd ar gysylltiadau, dim ond y rhan honno o’r gost."
            " Nid yw’n cynnwys yr hyn y mae eraill yn ei wario ar yr hyn a drosglwyddir iddynt.",
        ),
        POUNDS, "contacts",
    ),
    Derived(
        "cost-per-resolution",
        Text("Cost of settling one", "Cost setlo un"),
        Text(
            "The team’s cost for the period, divided by contacts settled at first contact; only the part of it that is counted"
            " for contacts, where the office says which. It is not the cost of a contact: the two are shown side by side so that"
            " neither is taken for the other.",
            "Cost y tîm am y cyfnod, wedi’i rhannu â’r cysylltiadau a setlwyd ar y cyswllt cyntaf; dim ond y rhan ohoni a"
            " gyfrifir ar gyfer cysylltiadau, lle mae’r swyddfa’n dweud pa ran. Nid cost cysylltiad ydyw: dangosir y ddwy ochr yn"
            " ochr fel na chymerir y naill am y llall.",
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
    Derived(
        "days-to-log",
        Text("Average days to write it down", "Dyddiau ar gyfartaledd i’w ysgrifennu"),
        Text(
            "The mean number of days, weekends too, from the day a contact reached us to the day it was written down, over the"
            " contacts received in the month. Leaves out imported history.",
            "Nifer cymedrig y dyddiau, gan gynnwys penwythnosau, o’r diwrnod y cyrhaeddodd cysylltiad ni i’r diwrnod yr"
            " ysgrifennwyd ef, dros y cysylltiadau a dderbyniwyd yn y mis. Nid yw’n cynnwys hanes a fewnforiwyd.",
        ),
        DAYS, "soon", "K5",
    ),
    Derived(
        "days-outside",
        Text(
            "Average working days to end it outside Schedule 3",
            "Diwrnodau gwaith ar gyfartaledd i’w gloi y tu allan i Atodlen 3",
        ),
        Text(
            "The mean number of working days from the day we heard to the day the case ended, over the cases that ended in the"
            " month and were dealt with outside Schedule 3.",
            "Nifer cymedrig y diwrnodau gwaith o’r diwrnod y clywsom i’r diwrnod y daeth yr achos i ben, dros yr"
            " achosion a ddaeth"
            " i ben yn y mis ac a gafodd eu trin y tu allan i Atodlen 3.",
        ),
        WORKING_DAYS, "finished", "K10, K13",
    ),
    Derived(
        "days-recorded",
        Text("Average working days to end it under Schedule 3", "Diwrnodau gwaith ar gyfartaledd i’w gloi o dan Atodlen 3"),
        Text(
            "The mean number of working days from the day we heard to the day the case ended, over the recorded cases that ended"
            " in the month. What another body deals with ends here when it is handed over, so this is our own part only.",
            "Nifer cymedrig y diwrnodau gwaith o’r diwrnod y clywsom i’r diwrnod y daeth yr achos i ben, dros yr achosion a"
            " gofnodwyd ac a ddaeth i ben yn y mis. Mae’r hyn y mae corff arall yn delio ag ef yn dod i ben yma pan gaiff ei"
            " drosglwyddo, felly ein rhan ni yn unig yw hyn.",
        ),
        WORKING_DAYS, "finished", "K11, K13",
    ),
    Derived(
        "days-less-stops",
        Text(
            "Average working days under Schedule 3, less those it stood still",
            "Diwrnodau gwaith ar gyfartaledd o dan Atodlen 3, llai’r rhai y safodd yn llonydd",
        ),
        Text(
            "Average working days to end it under Schedule 3, without the working days on which a promise of the case was"
            " stopped, such as for court proceedings. Days stopped twice are taken away once.",
            "Diwrnodau gwaith ar gyfartaledd i’w gloi o dan Atodlen 3, heb y diwrnodau gwaith yr oedd addewid"
            " o’r achos wedi’i atal,"
            " er enghraifft oherwydd achos llys. Tynnir diwrnodau a ataliwyd ddwywaith unwaith.",
        ),
        WORKING_DAYS, "finished", "K11",
    ),
    Derived(
        "speed-of-answer",
        Text("Average seconds until a call was answered", "Eiliadau ar gyfartaledd nes ateb galwad"),
        Text(
            "The seconds waited by callers who were answered, divided by their number. Leaves out those who gave up.",
            "Yr eiliadau y bu galwyr a atebwyd yn aros, wedi’u rhannu â’u nifer. Nid yw’n cynnwys y rhai a roddodd y gorau iddi.",
        ),
        Text("seconds", "eiliadau"), "waits",
    ),
    Derived(
        "cases-each-thousand",
        Text("Cases for each thousand employees", "Achosion am bob mil o weithwyr"),
        Text(
            "Cases received in the month, for each thousand employees of the force. Not known until somebody has written down"
            " how many there are.",
            "Achosion a dderbyniwyd yn y mis, am bob mil o weithwyr yr heddlu. Ddim yn hysbys nes bod rhywun"
            " wedi ysgrifennu faint"
            " sydd.",
        ),
        CASES, "logged", "K2",
    ),
    Derived(
        "allegations-each-thousand",
        Text("Allegations for each thousand employees", "Honiadau am bob mil o weithwyr"),
        Text(
            "Allegations of the cases received in the month, for each thousand employees of the force.",
            "Honiadau’r achosion a dderbyniwyd yn y mis, am bob mil o weithwyr yr heddlu.",
        ),
        ALLEGATIONS, "allegations", "K4",
    ),
    *SHARES,
)  # fmt: skip
BY_KEY: Mapping[str, Derived] = {one.key: one for one in DERIVED}
