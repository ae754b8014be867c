"""Short passages of the letters in kinds_ours.py, in both languages. Machine-written Welsh, awaiting a translator."""

Both = dict[str, str]

BLANK = "[…]"
WORKING_DAYS: Both = {"en": "{number} working days from then", "cy": "{number} diwrnod gwaith wedi hynny"}
CAME_FROM: Both = {"en": "It came from {name}.", "cy": "Daeth oddi wrth {name}."}
NO_NAME: Both = {
    "en": "We do not give the name of the person who wrote.",
    "cy": "Nid ydym yn rhoi enw’r sawl a ysgrifennodd.",
}
NAME_KEPT: Both = {"en": "We did not tell them your name.", "cy": "Ni ddywedwyd eich enw wrthynt."}
SUPERVISOR: Both = {"en": "the supervisor of {name}", "cy": "goruchwyliwr {name}"}
STATION: Both = {"en": "everybody at {place}", "cy": "pawb yn {place}"}
IN_CHARGE: Both = {"en": "the person in charge at {place}", "cy": "y person â gofal yn {place}"}

# how far the Welsh may be relied on -> what stands at its end, in Welsh alone
UNREAD = {
    "awaiting": "Peiriant a ysgrifennodd Gymraeg y llythyr hwn, ac nid yw cyfieithydd wedi ei darllen eto. Os nad yw rhywbeth yn glir,"
    " dywedwch wrthym, a byddwn yn ei unioni.",
    "behind": "Mae’r Saesneg wedi newid ers i’r Gymraeg hon gael ei darllen, felly anfonwn y ddwy. Os ydynt yn wahanol, dewiswch pa un"
    " bynnag sydd orau i chi, a dywedwch wrthym.",
}

# what a review of a decision not to prosecute may end in: (the result, what happens next). The outcomes are recalled.
RESULTS: dict[str, tuple[Both, Both]] = {
    "stands": (
        {
            "en": "The first decision stands. Nobody will be charged.",
            "cy": "Mae’r penderfyniad cyntaf yn sefyll. Ni chaiff neb ei gyhuddo.",
        },
        {
            "en": "The review is over. The police will not look at this decision again. You can ask a lawyer what else you can do.",
            "cy": "Mae’r adolygiad ar ben. Ni fydd yr heddlu’n edrych ar y penderfyniad hwn eto. Cewch ofyn i gyfreithiwr beth arall"
            " y gallwch ei wneud.",
        },
    ),
    "charge": (
        {
            "en": "The first decision was wrong. Somebody will be charged.",
            "cy": "Roedd y penderfyniad cyntaf yn anghywir. Caiff rhywun ei gyhuddo.",
        },
        {
            "en": "The police will tell you when somebody has been charged, and when the case goes to court.",
            "cy": "Bydd yr heddlu’n dweud wrthych pan fydd rhywun wedi’i gyhuddo, a phryd y bydd yr achos yn mynd i’r llys.",
        },
    ),
    "cps": (
        {
            "en": "The first decision was wrong. The case goes to the Crown Prosecution Service.",
            "cy": "Roedd y penderfyniad cyntaf yn anghywir. Mae’r achos yn mynd at Wasanaeth Erlyn y Goron.",
        },
        {
            "en": "The Crown Prosecution Service decides whether to charge anybody. It has its own scheme if you are unhappy with"
            " what it decides.",
            "cy": "Gwasanaeth Erlyn y Goron sy’n penderfynu a fydd neb yn cael ei gyhuddo. Mae ganddo ei gynllun ei hun os ydych yn"
            " anhapus â’r hyn y mae’n ei benderfynu.",
        },
    ),
    "out_of_court": (
        {
            "en": "The first decision was wrong. It will be dealt with without going to court.",
            "cy": "Roedd y penderfyniad cyntaf yn anghywir. Ymdrinnir â’r mater heb fynd i’r llys.",
        },
        {
            "en": "The police will tell you what this means, and what the other person has to do.",
            "cy": "Bydd yr heddlu’n dweud wrthych beth mae hyn yn ei olygu, a beth sy’n rhaid i’r person arall ei wneud.",
        },
    ),
    "further": (
        {
            "en": "More must be found out before a decision can be made.",
            "cy": "Rhaid canfod mwy cyn y gellir penderfynu.",
        },
        {
            "en": "The police will look further and then decide afresh. They will tell you what they decide.",
            "cy": "Bydd yr heddlu’n edrych ymhellach ac yna’n penderfynu o’r newydd. Byddant yn dweud wrthych beth a benderfynir.",
        },
    ),
    "not_covered": (
        {
            "en": "This decision cannot be looked at in this way.",
            "cy": "Ni ellir edrych ar y penderfyniad hwn yn y modd hwn.",
        },
        {
            "en": "You may be able to complain instead. Tell us if you would like to, and we will help you.",
            "cy": "Efallai y cewch gwyno yn lle hynny. Dywedwch wrthym os hoffech, a byddwn yn eich helpu.",
        },
    ),
}
