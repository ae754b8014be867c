"""Sentences every office can begin with, English and Welsh. The Welsh is machine-written; awaiting a translator."""

DEFAULTS = (
    (
        "Hello, thank you for getting in touch. I am reading what you wrote.",
        "Helo, diolch am gysylltu. Rwy’n darllen yr hyn a ysgrifennoch.",
    ),
    ("Are you safe where you are now?", "Ydych chi’n ddiogel lle’r ydych chi nawr?"),
    ("When and where did this happen?", "Pryd a ble y digwyddodd hyn?"),
    ("What would put this right for you?", "Beth fyddai’n unioni hyn i chi?"),
    (
        "I need a few minutes to look this up. Please stay.",
        "Mae angen ychydig funudau arna i i chwilio. Arhoswch, os gwelwch yn dda.",
    ),
    (
        "You can have this chat in Welsh. It takes no longer.",
        "Gallwch gael y sgwrs hon yn Gymraeg. Nid yw’n cymryd mwy o amser.",
    ),
    ("Is there anything else you want to tell us?", "Oes unrhyw beth arall yr hoffech ei ddweud wrthym?"),
)
