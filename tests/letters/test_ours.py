"""The letters no law spells out: each by what it must say, in both languages, and what stops it."""

import re

import pytest

from putright.letterkinds.kinds_ours import KINDS
from putright.letterkinds.phrases_ours import RESULTS
from putright.letters import making
from putright.letters.filling_ours import blanked
from putright.letters.refusals import PartMissing
from putright.mailings import leaflets as sheets
from putright.people.actions import note_person
from putright.people.queries import office

from ..make import people
from . import cases

PRAISE = "PC Lowri Price was so kind to my mother.\n\nFfion Rees, ffion@complainant.example"
REVIEW = {"crime_reference": "42/1234/26", "reviewer": "DCI Mair Lewis"}
BOTH = {"reasons_en": "The camera shows nothing.", "reasons_cy": "Nid yw’r camera’n dangos dim."}
GIVEN = {
    "thanks_told": {"told_whom_en": "Constable Price and her sergeant", "told_whom_cy": "Cwnstabl Price a’i rhingyll"},
    "thanks_officer": {},
    "thanks_supervisor": {"thanked": "PC Lowri Price"},
    "fraud_journey": {},
    "introduction": {"crime_reference": "42/1234/26"},
    "victim_review_asked": REVIEW,
    "victim_review_reviewer": REVIEW,
    "victim_review_longer": REVIEW | BOTH | {"new_date_en": "By 29 May 2026.", "new_date_cy": "Erbyn 29 Mai 2026."},
    "victim_review_result": REVIEW | BOTH | {"result": "stands"},
    "assessor": {"assessor": "Sara Wyn, 01632 960777", "visit_en": "They come on 5 May.", "visit_cy": "Dônt ar 5 Mai."},
    "survey": {"survey_link": "https://survey.example/abc"},
    "call_back": {"again_en": "On Monday at 10am.", "again_cy": "Ddydd Llun am 10am."},
}
# kind -> what its words must say, in English and in Welsh: the heart of each required part.
SAYS = {
    "thanks_told": (["Constable Price and her sergeant", "PC Lowri Price was so kind"], ["Cwnstabl Price a’i rhingyll"]),
    "thanks_officer": (["to thank you", "so kind to my mother", "We have told your supervisor", "It came from Kit"],
                       ["i ddiolch i chi", "goruchwyliwr", "Daeth oddi wrth Kit"]),
    "thanks_supervisor": (["PC Lowri Price", "everybody it is for has read it"], ["gofalu amdanynt|gyfrifol amdanynt",
            "darllen"]),
    "fraud_journey": (["Report Fraud (formerly Action Fraud)", "0300 123 2040", "reportfraud.police.uk", "not on our own system",
                       "Victim Support", "put the phone down"], ["(Action Fraud gynt)", "0300 123 2040",
                               "Cymorth i Ddioddefwyr"]),
    "introduction": (["42/1234/26", "We are the Complaint Resolution Team", "Victims’ Code", "you can complain",
            "Victim Support"],
                     ["42/1234/26", "Cod y Dioddefwyr", "cewch gwyno"]),
    "victim_review_asked": (["27 March 2026", "13 May 2026", "had no part in the decision", "DCI Mair Lewis", "not a complaint"],
                            ["27 Mawrth 2026", "13 Mai 2026", "nad oedd ganddo ran", "Nid cwyn"]),
    "victim_review_reviewer": (["DCI Mair Lewis looks at it all afresh", "They had no part in the decision"],
                               ["Mae DCI Mair Lewis yn edrych", "Nid oedd ganddynt ran"]),
    "victim_review_longer": (["taking longer", "The camera shows nothing.", "By 29 May 2026."], ["Erbyn 29 Mai 2026."]),
    "victim_review_result": (["The first decision stands", "DCI Mair Lewis looked at it", "The camera shows nothing.",
                              "The review is over", "complain"], ["sefyll", "DCI Mair Lewis a edrychodd", "ar ben"]),
    "assessor": (["You do not have to", "They do not tell us who spoke", "Please do not tell us", "Sara Wyn",
            "They come on 5 May."],
                 ["Nid oes rhaid i chi", "Ni chawn wybod pwy", "Peidiwch â dweud wrthym ni", "Dônt ar 5 Mai."]),
    "survey": (["https://survey.example/abc", "You do not have to answer", "makes no difference"], ["Nid oes rhaid i chi ateb"]),
    "call_back": (["On Monday at 10am.", "not a safe way"], ["Ddydd Llun am 10am.", "ffordd ddiogel"]),
}  # fmt: skip
each = pytest.mark.parametrize("kind", [kind.name for kind in KINDS])


@pytest.fixture
def case(cast):
    kit = note_person({"name": "Kit", "email": "k@y.example"}, at=cast.at)  # no language known: both
    return cases.told(kit, at=cast.at, words=PRAISE, kind="compliment")


def made(case, cast, kind, **more):
    return making.preview(case, kind, GIVEN[kind] | more, by=cast.sam, at=cast.at)


def plain(body):
    return re.sub(r"\\(.)", r"\1", body)


def test_every_kind_of_ours_is_tried_here():
    assert {kind.name for kind in KINDS} == GIVEN.keys() == SAYS.keys()


@each
def test_it_says_what_it_must_in_each_language(cast, case, kind):
    welsh, english = plain(made(case, cast, kind).body).split("\n\n---\n\n")[1:3]
    for wanted, body in zip(SAYS[kind], (english, welsh), strict=True):
        assert [words for words in wanted if not any(one in body for one in words.split("|"))] == []
    for body in (english, welsh):
        assert case.reference in body and "{{" not in body and office().contact.phone in body


@each
def test_without_what_it_needs_it_is_not_made_and_the_refusal_says_what(cast, case, kind):
    asked = next(one for one in KINDS if one.name == kind)
    for needed in {*asked.asks, *asked.once} - {*asked.optional}:
        given = {key: value for key, value in GIVEN[kind].items() if not key.startswith(needed)}
        with pytest.raises(PartMissing):
            making.preview(case, kind, given, by=cast.sam, at=cast.at)


@each
def test_what_is_optional_may_be_left_out(cast, case, kind):
    asked = next(one for one in KINDS if one.name == kind)
    given = {key: value for key, value in GIVEN[kind].items() if not key.startswith(asked.optional or ("-",))}
    body = plain(making.preview(case, kind, given, by=cast.sam, at=cast.at).body)
    assert not any(value in body for key, value in GIVEN[kind].items() if key not in given)


def test_an_english_office_and_a_welsh_one_sign_with_their_own_names(cast, case):
    people.office("dyfed-powys")
    assert "Tîm" in made(case, cast, "introduction").body


def test_thirty_working_days_skip_the_holidays_and_an_own_day_of_asking_counts(cast, case):
    body = made(case, cast, "victim_review_asked", asked_on="2026-04-07").body
    assert "7 April 2026" in body and "20 May 2026" in body


def test_beyond_the_known_holidays_the_length_is_said_and_no_wrong_day(cast, case):
    body = made(case, cast, "victim_review_asked", asked_on="2099-01-05").body
    assert "30 working days from then" in body and "30 diwrnod gwaith wedi hynny" in body


@pytest.mark.parametrize("result", sorted(RESULTS))
def test_each_result_of_a_review_says_what_happens_next(cast, case, result):
    body = plain(made(case, cast, "victim_review_result", result=result).body)
    assert all(phrase[language] in body for phrase in RESULTS[result] for language in ("en", "cy"))


def test_a_result_nobody_knows_is_no_result(cast, case):
    with pytest.raises(PartMissing, match="what came of the review"):
        made(case, cast, "victim_review_result", result="whatever")


def test_before_report_fraud_the_letter_names_action_fraud(cast, case):
    early = cast.at.replace(year=2025, month=11)
    body = making.preview(case, "fraud_journey", {}, by=cast.sam, at=early).body
    assert "Action Fraud" in body and "Report Fraud" not in body and "Website" not in body


def test_a_sender_who_is_not_to_be_named_is_not_in_the_note_and_is_told_so(cast):
    case = cases.told(cast.ffion, at=cast.at, words=PRAISE, kind="compliment")
    for kind in ("thanks_officer", "thanks_supervisor"):
        body = plain(made(case, cast, kind, unnamed="yes").body)
        passed_on = body.split("Yr hyn a ddywedodd")[1]  # the greeting is the addressee's
        assert "Ffion" not in passed_on and "Rees" not in passed_on and "ffion@" not in passed_on and "Lowri Price" in passed_on
    assert "Ni ddywedwyd eich enw wrthynt." in plain(made(case, cast, "thanks_told", unnamed="yes").body)
    assert "Daeth oddi wrth Ffion Rees." in plain(made(case, cast, "thanks_officer").body)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Ann-Marie O’Neill wrote", "[…] wrote"),
        ("call me ANN-MARIE", "call me […]-[…]"),
        ("The O’Neill dog", "The O’[…] dog"),
        ("Annual leave", "Annual leave"),
        ("ring 01632 960123.", "ring […]."),
    ],
)
def test_a_name_is_blanked_as_a_word_and_never_within_one(words, left):
    assert blanked(words, "Ann-Marie O’Neill", "01632 960123") == left


@pytest.mark.parametrize("name", sorted(sheets.REQUIRED))
@pytest.mark.parametrize(("language", "says"), [("en", ["30 working days", "10 working days"]), ("cy", ["30 diwrnod gwaith"])])
def test_a_sheet_says_the_days_and_is_a_pdf_in_its_language(cast, name, language, says):
    body = plain(sheets.words(name, language, office(), at=cast.at))
    assert all(words in body for words in says) and "{{" not in body
    drawn = sheets.drawn(name, language, office(), at=cast.at)
    assert drawn.startswith(b"%PDF") and f"/Lang ({language}".encode() in drawn.replace(b"/Lang(", b"/Lang (")
