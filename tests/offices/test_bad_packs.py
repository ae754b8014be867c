"""A mistake planted in a pack stops with one plain sentence that names the file and the key."""

import shutil
from pathlib import Path

import pytest

import offices
from offices import OfficeError, known, load

SHIPPED = Path(offices.__file__).parent


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    for pack in SHIPPED.glob("*.toml"):
        shutil.copy(pack, tmp_path)
    return tmp_path


def plant(packs: Path, old: str, new: str, *, office: str = "essex") -> None:
    path = packs / f"{office}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def refusal(packs: Path, office: str = "essex") -> str:
    with pytest.raises(OfficeError) as refused:
        load(office, packs)
    return str(refused.value)


def test_an_untouched_copy_loads(packs):
    assert load("essex", packs) == load("essex")


ESSEX_HOURS = "opens = 08:00:00\ncloses = 18:00:00"

MISTAKES = [
    ("a missing key", "closes = 18:00:00\n", "", '[[hours]] number 1: "closes" is missing. Add it.'),
    ("a missing table", "[contact]", "[contakt]", '"contakt" is not a key we know. Did you mean "contact"?'),
    (
        "an unknown key",
        "opens = 08",
        "openz = 08",
        '[[hours]] number 1: "openz" is not a key we know. Did you mean "opens"?',
    ),
    (
        "words for a time",
        "opens = 08:00:00",
        'opens = "eight"',
        '"opens" should be a time such as 09:00:00, not "eight".',
    ),
    (
        "words for a date",
        "since = 2018-08-01",
        'since = "Aug 2018"',
        '"since" should be a date such as 2026-02-01, not "Aug 2018".',
    ),
    ("a moment for a date", "since = 2018-08-01", "since = 2018-08-01T09:00:00", '"since" should be a date'),
    (
        "words for a number",
        "team_cost = 142460",
        'team_cost = "142,460"',
        '"team_cost" should be a number, not "142,460".',
    ),
    ("a part for a whole number", "contacts = 102624", "contacts = 102624.5", '"contacts" should be a whole number'),
    (
        "yes for true",
        "active_offer = false",
        'active_offer = "no"',
        '"active_offer" should be true or false, not "no".',
    ),
    (
        "a day that is not",
        '"mon"',
        '"mondy"',
        '"days" should be one of mon, tue, wed, thu, fri, sat, sun, not "mondy". Did you mean "mon"?',
    ),
    (
        "a source that is not",
        'source = "S4"',
        'source = "S5"',
        '"source" should be one of S0, S1, S2, S3, S4, law, website, recalled, demonstration, office, not "S5".',
    ),
    (
        "no Welsh",
        'team = { en = "Quality of Service Team", cy = "Tîm Ansawdd Gwasanaeth" }',
        'team = { en = "Quality of Service Team" }',
        '[names], "team": "cy" is missing. Add it.',
    ),
    ("empty Welsh", 'cy = "Switsfwrdd"', 'cy = " "', '"cy" is empty.'),
    ("one word for a list", 'offered = ["en", "cy"]', 'offered = "en"', '"offered" should be a list, not "en".'),
    (
        "one language for a text",
        'words = { en = "Switchboard", cy = "Switsfwrdd" }',
        'words = "Switchboard"',
        '"words": this should be a table of keys and values.',
    ),
    ("true for a model", "model = 1", "model = true", '"model" should be one of 0, 1, 2, 3, not "True".'),
    ("the wrong file", 'slug = "essex"', 'slug = "sussex"', 'slug is "sussex", but the file is called essex.toml.'),
    (
        "closing before opening",
        ESSEX_HOURS,
        "opens = 18:00:00\ncloses = 08:00:00",
        "closes at 08:00, not after it opens at 18:00.",
    ),
    (
        "an end before the start",
        "until = 2020-01-31",
        "until = 2016-01-31",
        "a row of [[functions]] ends on 2016-01-31, before it starts on 2017-06-15.",
    ),
    ("two at once", "until = 2020-01-31", "until = 2020-02-01", "two rows of [[functions]] are in force at once."),
    (
        "a team that is not",
        'team = "lpa-north"',
        'team = "lpa-east"',
        'staff "e.stour" names the team "lpa-east", which is not in [[teams]].',
    ),
    ("the same person twice", 'slug = "p.latch"', 'slug = "j.mersea"', '[[staff]] has "j.mersea" twice.'),
    (
        "a notice nobody gives",
        "model = 1\n",
        "model = 1\nnotice = 2020-02-01\n",
        "functions model 1 is not given by notice.",
    ),
    (
        "a first language not offered",
        'offered = ["en", "cy"]',
        'offered = ["cy"]',
        "the first language in [languages] is not among those offered.",
    ),
    ("broken TOML", "[names]", "[names", "this is not readable as TOML"),
]


@pytest.mark.parametrize(("old", "new", "sentence"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES])
def test_a_planted_mistake_is_refused_in_a_sentence(packs, old, new, sentence):
    plant(packs, old, new)
    told = refusal(packs)
    assert told.startswith("essex.toml")
    assert sentence in told
    assert "\n" not in told


def test_a_commissioner_who_takes_functions_on_must_have_given_notice(packs):
    plant(packs, "notice = 2022-02-01\n", "", office="cleveland")
    assert "functions model 2 needs the date of its notice" in refusal(packs, "cleveland")


def test_a_step_must_belong_to_a_process(packs):
    plant(packs, '[[processes]]\nname = "2014"', '[[processes]]\nname = "2013"', office="dyfed-powys")
    assert 'route A1 names the process "2014", which is not in [[processes]].' in refusal(packs, "dyfed-powys")


def test_a_mistake_in_the_shared_pack_is_blamed_on_the_shared_pack(packs):
    plant(packs, "number = 4", 'number = "four"', office="england-and-wales")
    assert refusal(packs).startswith("england-and-wales.toml, [[promises]] number 4: ")


def test_a_reason_must_be_under_a_group(packs):
    plant(packs, 'under = "thanks"', 'under = "thank"', office="england-and-wales")
    assert 'reason "thanks.officer" is under "thank", which is not a group' in refusal(packs)


def test_an_office_nobody_knows_is_refused_with_the_nearest():
    with pytest.raises(OfficeError, match='no office called "esex". Did you mean "essex"'):
        load("esex")


@pytest.mark.parametrize("slug", ["england-and-wales", "../offices/essex", ""])
def test_only_a_known_office_is_ever_opened(slug):
    with pytest.raises(OfficeError, match="We know cleveland, dyfed-powys, essex, hertfordshire"):
        load(slug)


def test_a_new_office_needs_only_its_own_file(packs):
    text = (packs / "hertfordshire.toml").read_text(encoding="utf-8")
    (packs / "newtown.toml").write_text(text.replace('slug = "hertfordshire"', 'slug = "newtown"'), encoding="utf-8")
    assert "newtown" in known(packs)
    assert load("newtown", packs).slug == "newtown"
