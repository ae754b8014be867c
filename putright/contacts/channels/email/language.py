"""Which language a message is in, by the small words nobody writes without. A suggestion, never a decision. No Django."""

import re

WELSH = frozenset(
    "mae yn yr nid oes wedi dw fi chi ei eich ein eu bod gan gyda hefyd ond neu rwy rydw rwyf roedd oedd bydd byddaf dydd "
    "hon hwn hynny beth pam pryd ble sut os gwelwch dda diolch "
    "annwyl cofion heddlu cwyn gwyn swyddog neithiwr ddoe heddiw yfory nos "
    "fy mi mod ddim nad nag ydy ydych ydi sydd fydd cael gwneud dweud wrth am ar gan i o y a'r i'r o'r yma yno rhywun neb fel "
    "cymraeg cymru syr madam bore prynhawn gallwch alla hoffwn byddwn allaf eisiau hapus anhapus iawn".split()
)
ENGLISH = frozenset(
    "the and of to is was were are be been i my me we our you your he she his her it they them this that with for from have has "
    "had not but or at on in by an would will can could about what when why how please thank thanks dear sir madam police "
    "officer complaint yesterday today because who which there their very want like do did does no".split()
)
BOTH = WELSH & ENGLISH
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
FEWEST = 3  # small words of one language before we say anything


def of(text: str) -> str:
    """`cy`, `en`, or empty when it cannot be told: too short, another language, or as much of one as of the other."""
    words = [word.replace("’", "'") for word in WORD.findall(text[:5_000].casefold())]
    welsh = sum(word in WELSH and word not in BOTH for word in words)
    english = sum(word in ENGLISH and word not in BOTH for word in words)
    more, less, code = (welsh, english, "cy") if welsh > english else (english, welsh, "en")
    return code if more >= FEWEST and more >= 2 * less else ""
