"""The catalogue: every figure of the month, what it is called, what it means, and the rows it counts.

Figures worked out from these counts are in the room `measures`.
The Welsh is machine-written; awaiting a translator."""

from collections.abc import Mapping
from functools import partial

from offices import Text

from . import names, sources
from .measure import CASES, CONTACTS, PROMISES, REVIEWS, Measure, always
from .of_answers import ANSWERS
from .of_complaints import COMPLAINTS
from .of_the_front import FRONT
from .of_victims import VICTIMS
from .reckoning import EXCUSED, KEPT, MISSED

MEASURES = (
    Measure(
        "contacts",
        Text("Contacts received", "Cysylltiadau a dderbyniwyd"),
        Text(
            "Every contact received in the month, by the way it came. Includes contacts that joined a case already open,"
            " thanks and questions, and imported history on its own date. A way in that the office counts under another"
            " is counted there.",
            "Pob cysylltiad a dderbyniwyd yn y mis, yn ôl sut y daeth. Mae’n cynnwys cysylltiadau a ymunodd ag achos"
            " agored, diolchiadau a chwestiynau, a hanes a fewnforiwyd ar ei ddyddiad ei hun. Cyfrifir ffordd i mewn"
            " o dan un arall lle mae’r swyddfa’n gwneud hynny.",
        ),
        CONTACTS, sources.contacts, always(names.CHANNELS),
    ),
    Measure(
        "kinds",
        Text("Contacts by kind", "Cysylltiadau yn ôl math"),
        Text(
            "Contacts received in the month, by what the person or the handler said they were when they came.",
            "Cysylltiadau a dderbyniwyd yn y mis, yn ôl yr hyn y dywedodd y person neu’r sawl a’i derbyniodd oeddent wrth"
            " gyrraedd.",
        ),
        CONTACTS, sources.kinds, always(names.KINDS),
    ),
    Measure(
        "topics",
        Text("Contacts by topic", "Cysylltiadau yn ôl pwnc"),
        Text(
            "Contacts received in the month, by what they were about: the kind from the office’s list that the person or the"
            " handler chose. Information about a crime is counted, and none of it is kept.",
            "Cysylltiadau a dderbyniwyd yn y mis, yn ôl am beth yr oeddent: y math o restr y swyddfa a ddewiswyd gan y"
            " person neu’r sawl a’i derbyniodd. Cyfrifir gwybodaeth am drosedd, ac ni chedwir dim ohoni.",
        ),
        CONTACTS, sources.topics, names.topics,
    ),
    Measure(
        "vehicles",
        Text("Vehicles in a pound: still unhappy?", "Cerbydau mewn pwynd: yn dal yn anfodlon?"),
        Text(
            "Contacts about vehicles taken to a pound, by whether the person was still unhappy at the end of the contact.",
            "Cysylltiadau am gerbydau a gymerwyd i bwynd, yn ôl a oedd y person yn dal yn anfodlon ar ddiwedd y cysylltiad.",
        ),
        CONTACTS, sources.vehicles, always(names.UNHAPPY_AFTER),
    ),
    Measure(
        "reason-groups",
        Text("Groups of reasons", "Grwpiau o resymau"),
        Text(
            "Contacts received in the month, by the group their reason belongs to in the office’s own list.",
            "Cysylltiadau a dderbyniwyd yn y mis, yn ôl y grŵp y mae eu rheswm yn perthyn iddo yn rhestr y swyddfa.",
        ),
        CONTACTS, sources.reason_groups, names.groups,
    ),
    Measure(
        "reasons",
        Text("Reasons", "Rhesymau"),
        Text(
            "Contacts received in the month, by the reason the handler chose from the office’s own list. One reason a contact.",
            "Cysylltiadau a dderbyniwyd yn y mis, yn ôl y rheswm a ddewiswyd o restr y swyddfa. Un rheswm i bob cysylltiad.",
        ),
        CONTACTS, sources.reasons, names.reasons,
    ),
    Measure(
        "heard",
        Text("How people heard of us", "Sut y clywodd pobl amdanom"),
        Text(
            "Contacts received in the month, by what the person said when they were asked. Most are not asked.",
            "Cysylltiadau a dderbyniwyd yn y mis, yn ôl yr hyn a ddywedodd y person pan ofynnwyd. Ni ofynnir i’r mwyafrif.",
        ),
        CONTACTS, sources.heard, names.heard,
    ),
    Measure(
        "passed-on",
        Text("Passed from one to another", "Wedi’u pasio o un i’r llall"),
        Text(
            "Cases whose first contact was received in the month and that went from one to another at least once: people they"
            " had told before us, whoever heard it first and passed it to us, supervisors we asked, hand-overs, and whatever"
            " was given back to us.",
            "Achosion y derbyniwyd eu cysylltiad cyntaf yn y mis ac a aeth o un i’r llall o leiaf unwaith: pobl yr oeddent"
            " wedi dweud wrthynt o’n blaen ni, pwy bynnag a’i clywodd gyntaf a’i basio i ni, goruchwylwyr y gofynnwyd iddynt,"
            " trosglwyddiadau, a’r hyn a roddwyd yn ôl i ni.",
        ),
        CASES, sources.passed_on, always(names.PASSED),
    ),
    Measure(
        "settled",
        Text("Settled at first contact", "Wedi’u setlo ar y cyswllt cyntaf"),
        Text(
            "Contacts received in the month that the team settled itself, with nobody else asked. Includes those whose"
            " person came back later. Leaves out whatever was put right after it was passed on.",
            "Cysylltiadau a dderbyniwyd yn y mis ac a setlwyd gan y tîm ei hun, heb ofyn i neb arall. Mae’n cynnwys y"
            " rhai lle daeth y person yn ôl yn ddiweddarach. Nid yw’n cynnwys yr hyn a unionwyd ar ôl ei drosglwyddo.",
        ),
        CONTACTS, sources.settled,
    ),
    Measure(
        "often",
        Text("Frequent callers", "Galwyr aml"),
        Text(
            "People with at least as many contacts received in the month as the office says is often; see Frequent callers."
            " Numbers that a colleague has said are one person count as one. Leaves out contacts by nobody known. Each opens"
            " into the newest of their cases.",
            "Pobl â chynifer o leiaf o gysylltiadau a dderbyniwyd yn y mis ag y dywed y swyddfa sy’n aml; gweler Galwyr aml."
            " Mae rhifau y dywedodd cydweithiwr eu bod yn un person yn cyfrif fel un. Nid yw’n cynnwys cysylltiadau gan neb"
            " hysbys. Mae pob un yn agor yr achos mwyaf diweddar.",
        ),
        Text("people", "o bobl"), sources.often, by_day=False,
    ),
    Measure(
        "logged",
        Text("Cases opened", "Achosion a agorwyd"),
        Text(
            "Cases whose first contact was received in the month, by what they are now known to be. Includes imported"
            " history.",
            "Achosion y derbyniwyd eu cysylltiad cyntaf yn y mis, yn ôl yr hyn y gwyddys bellach ydynt. Mae’n cynnwys"
            " hanes a fewnforiwyd.",
        ),
        CASES, sources.logged, always(names.KINDS),
    ),
    Measure(
        "recorded",
        Text("Recorded", "Wedi’u cofnodi"),
        Text(
            "Cases first decided in the month to be recorded under Schedule 3 to the Police Reform Act 2002, by the"
            " reason. A case is counted once, however often it is decided again.",
            "Achosion y penderfynwyd gyntaf yn y mis eu cofnodi o dan Atodlen 3 i Ddeddf Diwygio’r Heddlu 2002, yn ôl y"
            " rheswm. Cyfrifir achos unwaith, faint bynnag o weithiau y penderfynir eto.",
        ),
        CASES, sources.recorded, always(names.RECORDED),
    ),
    Measure(
        "handed-over",
        Text("Handed over", "Wedi’u trosglwyddo"),
        Text(
            "Hand-overs made in the month, by who took it. A case handed over twice is counted twice. Leaves out cases a"
            " supervisor was asked to put right: those stay ours.",
            "Trosglwyddiadau a wnaed yn y mis, yn ôl pwy a’i cymerodd. Cyfrifir achos a drosglwyddwyd ddwywaith ddwywaith."
            " Nid yw’n cynnwys achosion y gofynnwyd i oruchwyliwr eu hunioni: mae’r rheini’n aros gyda ni.",
        ),
        Text("hand-overs", "trosglwyddiadau"), sources.handed_over, always(names.BODIES),
    ),
    Measure(
        "put-right",
        Text("Put right without recording", "Wedi’u hunioni heb gofnodi"),
        Text(
            "Cases put right in the month outside Schedule 3: the person was content with what was offered. Leaves out"
            " what was settled at first contact.",
            "Achosion a unionwyd yn y mis y tu allan i Atodlen 3: roedd y person yn fodlon ar yr hyn a gynigiwyd. Nid yw’n"
            " cynnwys yr hyn a setlwyd ar y cyswllt cyntaf.",
        ),
        CASES, sources.put_right,
    ),
    Measure(
        "kept",
        Text("Promises kept", "Addewidion a gadwyd"),
        Text(
            "Promises that fell due in the month and were kept in time. Leaves out imported history, whose log does not"
            " say, and promises no longer needed before they fell due.",
            "Addewidion a oedd i’w cyflawni yn y mis ac a gadwyd mewn pryd. Nid yw’n cynnwys hanes a fewnforiwyd, gan nad"
            " yw’r cofnod yn dweud, nac addewidion nad oedd eu hangen mwyach cyn y dyddiad.",
        ),
        PROMISES, partial(sources.Promises, fate=KEPT), always(names.CLOCKS), by_day=False,
    ),
    Measure(
        "missed",
        Text("Promises missed", "Addewidion a fethwyd"),
        Text(
            "Promises that fell due in the month and were not kept in time: kept late, or not yet. Leaves out"
            " imported history, and promises no longer needed before they fell due.",
            "Addewidion a oedd i’w cyflawni yn y mis ac na chadwyd mewn pryd: yn hwyr, neu heb eu cadw eto. Nid yw’n"
            " cynnwys hanes a fewnforiwyd, nac addewidion nad oedd eu hangen mwyach cyn y dyddiad.",
        ),
        PROMISES, partial(sources.Promises, fate=MISSED), always(names.CLOCKS), by_day=False,
    ),
    Measure(
        "excused",
        Text("Promises excused", "Addewidion a esgusodwyd"),
        Text(
            "Promises that fell due in the month and that exceptional circumstances kept us from keeping, as a supervisor"
            " decided (CMR 2020 reg 51(2)). They count as neither kept nor missed.",
            "Addewidion a oedd i’w cyflawni yn y mis ac y rhwystrodd amgylchiadau eithriadol ni rhag eu cadw, fel y"
            " penderfynodd goruchwyliwr (CMR 2020 rheoliad 51(2)). Nid ydynt yn cyfrif fel rhai a gadwyd nac a fethwyd.",
        ),
        PROMISES, partial(sources.Promises, fate=EXCUSED), always(names.CLOCKS), by_day=False,
    ),
    Measure(
        "contacted",
        Text("First contacts made", "Cysylltiadau cyntaf a wnaed"),
        Text(
            "Cases in which we first reached the person in the month: spoke, wrote, settled it, offered to put it right or"
            " handed it over. An automatic acknowledgement does not count. Leaves out imported history.",
            "Achosion lle cyrhaeddwyd y person gyntaf yn y mis: siarad, ysgrifennu, setlo, cynnig unioni neu drosglwyddo."
            " Nid yw cydnabyddiaeth awtomatig yn cyfrif. Nid yw’n cynnwys hanes a fewnforiwyd.",
        ),
        CASES, sources.FirstContacts, by_day=False,
    ),
    Measure(
        "reviews-asked",
        Text("Reviews asked for", "Adolygiadau y gofynnwyd amdanynt"),
        Text(
            "Applications for a review written down in the month, by how the complaint had been dealt with. Those for the"
            " IOPC and those with no right to a review are among them.",
            "Ceisiadau am adolygiad a ysgrifennwyd yn y mis, yn ôl sut yr ymdriniwyd â’r gŵyn. Mae’r rhai i’r IOPC a’r rhai"
            " heb hawl i adolygiad yn eu plith.",
        ),
        REVIEWS, sources.reviews_asked, always(names.REVIEWED),
    ),
    Measure(
        "reviews-checked",
        Text("Applications for a review checked", "Ceisiadau am adolygiad a wiriwyd"),
        Text(
            "Applications of which it was decided in the month whether we review them. The accepted are the valid ones.",
            "Ceisiadau y penderfynwyd yn y mis a ydym yn eu hadolygu. Y rhai a dderbyniwyd yw’r rhai dilys.",
        ),
        REVIEWS, sources.reviews_checked, always(names.CHECKED),
    ),
    Measure(
        "reviews-decided",
        Text("Reviews decided", "Adolygiadau a benderfynwyd"),
        Text(
            "Valid reviews decided in the month, by how the complaint had been dealt with. Upheld means that the outcome was"
            " not reasonable and proportionate.",
            "Adolygiadau dilys a benderfynwyd yn y mis, yn ôl sut yr ymdriniwyd â’r gŵyn. Mae cadarnhau’n golygu nad oedd y"
            " canlyniad yn rhesymol ac yn gymesur.",
        ),
        REVIEWS, sources.reviews_decided, always(names.UPHELD),
    ),
    *VICTIMS,
    *COMPLAINTS,
    *FRONT,
    *ANSWERS,
)  # fmt: skip
CATALOGUE: Mapping[str, Measure] = {measure.key: measure for measure in MEASURES}
