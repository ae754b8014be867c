"""Short passages that depend on the case, in both languages. Machine-written Welsh, awaiting a translator."""

from offices import Office

Both = dict[str, str]

DEAR: Both = {"en": "Dear {name}", "cy": "Annwyl {name}"}
DEAR_FOR: Both = {
    "en": "Dear {name}, who is acting for {other}",
    "cy": "Annwyl {name}, sy’n gweithredu ar ran {other}",
}
HELLO: Both = {"en": "Hello", "cy": "Helo"}
TEAM: Both = {"en": "The {team}", "cy": "{team}"}
BY: Both = {"en": "by {day}", "cy": "erbyn {day}"}
SOON: Both = {"en": "as soon as they can", "cy": "cyn gynted ag y gall"}
ENGLISH_FOLLOWS: Both = {"en": "The English follows the Welsh."}
CHOOSE_LANGUAGE: Both = {
    "en": "We do not know which language you prefer, so this letter is in both. Tell us whether you would like"
    " Welsh or English. We will use it from then on.",
    "cy": "Ni wyddom pa iaith sydd orau gennych, felly mae’r llythyr hwn yn y ddwy. Dywedwch wrthym pa un yr hoffech ei"
    " chael, y Gymraeg neu’r Saesneg. Byddwn yn ei defnyddio o hynny ymlaen.",
}
PASSED_ALONE: Both = {"en": "We passed on this:", "cy": "Anfonwyd hyn:"}
PASSED_WITH_NAME: Both = {
    "en": "We passed on your name, how to reach you, and this:",
    "cy": "Anfonwyd eich enw, sut i gysylltu â chi, a hyn:",
}
SHOWN: dict[str, Both] = {
    "named": {"en": "It was made by {name}.", "cy": "Fe’i gwnaed gan {name}."},
    "anonymous": {"en": "We do not say who made it.", "cy": "Nid ydym yn dweud pwy a’i gwnaeth."},
}
NOTICE: Both = {
    "en": "The Police (Complaints and Misconduct) Regulations 2020 say that you must be told why.",
    "cy": "Mae Rheoliadau’r Heddlu (Cwynion a Chamymddwyn) 2020 yn dweud bod rhaid i chi gael gwybod pam.",
}
NOTICE_COPY: Both = {
    "en": "This is your copy. The notice itself goes to the IOPC and to the {policing_body}.",
    "cy": "Dyma eich copi chi. Mae’r hysbysiad ei hun yn mynd at yr IOPC ac at y corff hwn: {policing_body}.",
}
WITHDRAWN: dict[str, Both] = {
    "signed": {
        "en": "You wrote to tell us that you do not want to go on with your complaint.",
        "cy": "Ysgrifenasoch i ddweud nad ydych am barhau â’ch cwyn.",
    },
    "confirmed": {
        "en": "We asked whether you want to withdraw your complaint, and you said yes.",
        "cy": "Gofynnwyd i chi a ydych am dynnu eich cwyn yn ôl, a dywedoch eich bod.",
    },
    "silent": {
        "en": "We asked whether you want to withdraw your complaint, and heard nothing in the {days} days that you had.",
        "cy": "Gofynnwyd i chi a ydych am dynnu eich cwyn yn ôl, ac ni chlywsom ddim yn y {days} diwrnod a oedd gennych.",
    },
}
FOUND: Both = {"en": "What was found: {what}.", "cy": "Yr hyn a welwyd: {what}."}
DONE: Both = {"en": "What was done: {what}.", "cy": "Yr hyn a wnaed: {what}."}
THE: Both = {"en": "the {name}", "cy": "{name}"}
IOPC: Both = {
    "en": "the Independent Office for Police Conduct (IOPC)",
    "cy": "Swyddfa Annibynnol Ymddygiad yr Heddlu (IOPC)",
}

# body of a hand-over: (who they are, what they do). {force} and {body} are the office's own names.
BODIES: dict[str, tuple[Both, Both]] = {
    "standards": (
        {"en": "the professional standards department of {force}", "cy": "adran safonau proffesiynol {force}"},
        {
            "en": "This department looks into complaints about the police. It will decide what happens next.",
            "cy": "Mae’r adran hon yn edrych i mewn i gwynion am yr heddlu. Bydd yn penderfynu beth sy’n digwydd nesaf.",
        },
    ),
    "commissioner": (
        {"en": "the {body}", "cy": "{body}"},
        {
            "en": "This office deals with complaints about the head of the police force.",
            "cy": "Mae’r swyddfa hon yn delio â chwynion am bennaeth yr heddlu.",
        },
    ),
    "iopc": (
        IOPC,
        {
            "en": "The IOPC is independent of the police. It decides who should look into this.",
            "cy": "Mae’r IOPC yn annibynnol ar yr heddlu. Mae’n penderfynu pwy ddylai edrych i mewn i hyn.",
        },
    ),
    "panel": (
        {"en": "the Police and Crime Panel", "cy": "y Panel Heddlu a Throseddu"},
        {
            "en": "The Panel deals with complaints about the commissioner.",
            "cy": "Mae’r Panel yn delio â chwynion am y comisiynydd.",
        },
    ),
    "other_force": (
        {"en": "another police force", "cy": "heddlu arall"},
        {
            "en": "What you told us is about that force, so it must deal with it.",
            "cy": "Mae’r hyn a ddywedoch wrthym yn ymwneud â’r heddlu hwnnw, felly rhaid iddo ddelio ag ef.",
        },
    ),
}
# who hears a review (PRA 2002 Sch 3 para 30): (who, why them; CMR 2020 reg 33(2)(a) asks for the statement)
REVIEWS: dict[str, tuple[Both, Both]] = {
    "local_policing_body": (
        {"en": "the {policing_body}", "cy": "{policing_body}"},
        {
            "en": "They hear reviews of complaints like this one. You have no right to ask the IOPC for a review.",
            "cy": "Hwy sy’n clywed adolygiadau o gwynion fel hon. Nid oes gennych hawl i ofyn i’r IOPC am adolygiad.",
        },
    ),
    "iopc": (
        IOPC,
        {
            "en": "It hears the review because of this rule: {rule}.",
            "cy": "Hi sy’n clywed yr adolygiad oherwydd y rheol hon: {rule}.",
        },
    ),
}


def said(phrase: Both, language: str, office: Office, **more: str) -> str:
    """A phrase with the office's names in it."""
    names = {"force": office.names.force.said(language), "body": office.names.body.said(language)}
    return phrase[language].format(**names, **more)
