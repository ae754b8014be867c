"""The pages, from the application to the end, in both languages."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.translation import override

from gateways import clock
from putright.cases.models import AccessCase, Case, Wall
from putright.reviews import actions, queries, rules
from putright.reviews.models import Review
from tests.make import reviews as make

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("lang", ["en", "cy"])


@pytest.fixture
def case(cast):
    return make.recorded(cast.ffion, cast.sam)


@pytest.fixture
def desk(client, cast):
    """Jo, who had no part in the handling, at the moment of the cast."""
    with clock.fixed(cast.at):
        client.force_login(cast.jo.user)
        yield client


def to(page: str, *args: object, lang: str = "en") -> str:
    with override(lang):
        return reverse(f"reviews:{page}", args=args)


def text(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def dated(name: str, on: date) -> dict[str, str]:
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def filled(**more: object) -> dict[str, object]:
    return {
        "key": str(uuid4()), "channel": "letter", "words": "Nobody rang me.", "given": "yes", "who": "complainant",
        "handled": "otherwise", "outcome_given": "yes", "decision_of": "The police", "states": list(rules.PARTICULARS),
        **dated("received_on", date(2026, 3, 26)), **dated("given_on", date(2026, 3, 10)), **make.OURS, **more,
    }  # fmt: skip


def at_deed(desk, review: Review, name: str, lang: str, **typed: object):
    """Opens the page of a deed, which is linked from the review, and presses."""
    page = desk.get(to("one", review.case.reference, review.number, lang=lang))
    address = to("deed", review.case.reference, review.number, name, lang=lang)
    assert address in page.content.decode(), f"no link to {name}"
    assert desk.get(address).status_code == 200
    done = desk.post(address, typed)
    assert done.status_code == 302, text(done)
    return done


@BOTH
def test_the_whole_journey_of_an_upheld_review(desk, case, cast, lang):
    home = desk.get(f"/{lang}/staff/cases/{case.reference}/")
    assert to("ask", case.reference, lang=lang) in home.content.decode()
    assert desk.get(to("ask", case.reference, lang=lang)).status_code == 200
    assert desk.post(to("ask", case.reference, lang=lang), filled(contact="")).status_code == 302
    review = Review.objects.get()
    at_deed(desk, review, "request", lang, of="authority", words="The log")
    asked = review.requests.get()
    at_deed(desk, review, "came", lang, request=str(asked.pk), words="No call is there.")
    at_deed(desk, review, "admit", lang, decision="accepted")
    gwen = make.interested(case, "Gwen", by=cast.sam)
    at_deed(desk, review, "notify", lang, told=["authority", f"interested:{gwen.pk}", "not_subject"], withheld="He is ill")
    at_deed(desk, review, "point", lang, words="Nobody rang.", reasonable="no", reasons="No call is there.")
    at_deed(desk, review, "decide", lang, outcome="upheld", reasons_cy="Nid oedd.", because="", category="H1", area="")
    refused = desk.post(to("deed", case.reference, 1, "recommend", lang=lang), {"ways": ["compensation"]})
    assert ("left it out" in text(refused)) or ("leaves it out" in text(refused)) or ("ei adael allan" in text(refused))
    chosen = {"ways": ["apology", "investigate"], "say_apology_cy": "Ymddiheuro.", "say_investigate_cy": "Edrych."}
    at_deed(desk, review, "recommend", lang, **chosen)
    at_deed(desk, review, "remind", lang, words="By email to the superintendent.")
    at_deed(desk, review, "longer", lang, why="They asked.", **dated("until", date(2026, 5, 8)))
    items = {f"accepted_{one.pk}": "yes" for one in review.recommendations.all()}
    items |= {f"answer_{one.pk}_cy": "Fe’i gwneir." for one in review.recommendations.all()}
    at_deed(desk, review, "answered", lang, **items, **dated("on", date(2026, 3, 27)))
    at_deed(desk, review, "copy", lang, told=["complainant", f"interested:{gwen.pk}", "subject"])
    at_deed(desk, review, "finish", lang)
    page = text(desk.get(to("one", case.reference, 1, lang=lang)))
    assert queries.stage(Review.objects.get()) == rules.FINISHED
    assert all(words in page for words in ("Gwen", "He is ill", "Fe’i gwneir.", "CMR 2020 reg 29(5)", "reg 32(b)"))


@BOTH
@pytest.mark.parametrize(
    ("typed", "decision", "ground"),
    [
        ({"handled": "outside"}, "refused", "no_right"),
        ({"handled": "not_complaint"}, "refused", "no_right"),
        (dated("given_on", date(2026, 1, 5)), "refused", "late"),
        ({"same_incident_as_iopc_matter": "yes"}, "forwarded", ""),
    ],
)
def test_each_way_it_may_not_be_ours_to_review(desk, case, lang, typed, decision, ground):
    desk.post(to("ask", case.reference, lang=lang), filled(contact="", **typed))
    review = Review.objects.get()
    page = desk.get(to("deed", case.reference, 1, "admit", lang=lang)).content.decode()
    assert re.search(rf'value="{decision}"[^>]*checked', page), "what the findings point to is chosen already"
    at_deed(desk, review, "admit", lang, decision=decision, ground=ground)
    review.refresh_from_db()
    assert (review.admitted, review.ground, bool(review.finished_at)) == (decision, ground, True)
    shown = text(desk.get(to("one", case.reference, 1, lang=lang)))
    assert "CMR 2020" in shown and "PRA 2002 Sch 3" in shown


@BOTH
def test_late_is_let_in_and_faults_are_let_go(desk, case, lang):
    typed = filled(contact="", **dated("given_on", date(2026, 1, 5))) | {"states": ["writing", "details"]}
    desk.post(to("ask", case.reference, lang=lang), typed)
    review = Review.objects.get()
    at_deed(desk, review, "extend", lang, why="In hospital.")
    at_deed(desk, review, "waive", lang, particulars=["complained_on", "decision_of", "given_on"], why="We know.")
    at_deed(desk, review, "learn", lang, **filled(**dated("given_on", date(2026, 1, 6))))
    at_deed(desk, review, "admit", lang, decision="accepted")
    at_deed(desk, review, "withdraw", lang, why="She wrote.")
    review.refresh_from_db()
    assert (review.admitted, review.given_on) == ("withdrawn", date(2026, 1, 6))


@BOTH
def test_a_case_we_do_not_hold(desk, lang):
    assert desk.get(to("elsewhere", lang=lang)).status_code == 200
    typed = filled(name="Mair Jones", email="mair@complainant.example", phone="", address="")
    for _ in range(2):
        assert desk.post(to("elsewhere", lang=lang), typed).status_code == 302
    review = Review.objects.get()
    assert (review.held, review.case.complainant.name, review.case.stage) == (False, "Mair Jones", "handed_over")
    assert desk.get(f"/{lang}/staff/cases/{review.case.reference}/").status_code == 200


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"words": ""}, "Write what they say"),
        ({"channel": ""}, "Choose how it came"),
        ({"given": ""}, "Say whether they were told"),
        ({"given_on-day": "31", "given_on-month": "2"}, "is not a real date"),
        ({"received_on-year": "2027"}, "or earlier"),
        ({"handled": ""}, "Choose how it was dealt with"),
        ({"about_senior_officer": ""}, "Choose yes, no or not known"),
        (dated("wrong_on", date(2026, 3, 12)), "Those days cannot be right"),
        ({"key": "x"}, "Something went wrong with this page"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(desk, case, wrong, sentence):
    back = desk.post(to("ask", case.reference), filled(contact="") | {"decision_of": "Kept <word>"} | wrong)
    assert back.status_code == 422 and sentence in text(back) and "Kept &lt;word&gt;" in back.content.decode()
    assert not Review.objects.exists()


def test_whoever_handled_it_is_refused_without_saying_more(client, case, cast):
    review = make.review(case, by=cast.sam)
    with clock.fixed(cast.at):
        client.force_login(cast.sam.user)
        back = client.post(to("deed", case.reference, 1, "admit"), {"decision": "accepted", "because_cy": "Kept words"})
    assert back.status_code == 422 and "Ask a colleague to do it." in text(back) and "Kept words" in back.content.decode()
    review.refresh_from_db()
    assert review.admitted == ""


def test_a_deed_of_another_stage_leads_back_and_one_there_is_not_is_not_found(desk, case, cast):
    make.review(case, by=cast.sam)
    assert desk.get(to("deed", case.reference, 1, "decide")).url == to("one", case.reference, 1)
    assert desk.get(to("deed", case.reference, 1, "nonsense")).status_code == 404
    assert desk.get(to("one", case.reference, 2)).status_code == 404


def test_a_double_press_is_one_request(desk, case, cast):
    review = make.review(case, by=cast.sam)
    page = desk.get(to("deed", case.reference, 1, "request")).content.decode()
    press = re.search(r'name="press" value="([^"]+)"', page)[1]
    for _ in range(2):
        desk.post(to("deed", case.reference, 1, "request"), {"of": "authority", "words": "The log", "press": press})
    assert review.requests.count() == 1


@BOTH
def test_the_register_its_filters_its_file_and_the_themes(desk, case, cast, lang):
    make.review(case, by=cast.sam)
    refused = make.review(case, by=cast.sam, handled="outside")
    actions.admit(refused, "refused", ground="no_right", by=cast.jo, at=cast.at)
    upheld = make.review(case, by=cast.sam, handled="investigated")
    Review.objects.filter(pk=upheld.pk).update(
        admitted="accepted", outcome="upheld", decided_at=cast.at, category="H1", recommended_at=cast.at,
        answer_by=date(2026, 3, 1),
    )  # fmt: skip
    shown = {name: text(desk.get(to("register", lang=lang) + query)).count(case.reference) for name, query in {
        "all": "", "open": "?state=open", "late": "?state=late", "finished": "?state=finished", "refused": "?outcome=refused",
        "upheld": "?outcome=upheld", "investigated": "?handled=investigated", "nonsense": "?state=x&before=%00~",
    }.items()}  # fmt: skip
    assert shown == {"all": 3, "open": 2, "late": 1, "finished": 1, "refused": 1, "upheld": 1, "investigated": 1, "nonsense": 3}
    file = desk.get(to("as_csv", lang=lang) + "?state=late").content.decode()
    assert file.startswith("\ufeff") and len(file.strip().splitlines()) == 2 and case.reference in file
    assert "H1" in text(desk.get(to("themes", lang=lang)))


def test_a_walled_case_is_nowhere_in_the_register_the_file_or_the_themes(desk, case, cast):
    review = make.review(case, by=cast.sam)
    Review.objects.filter(pk=review.pk).update(outcome="upheld", decided_at=cast.at, category="H1")
    Wall.objects.create(case=case, handler=cast.jo, why="knows her", at=cast.at, by=cast.sam)
    for page in ("register", "as_csv", "themes"):
        assert case.reference not in desk.get(to(page)).content.decode()
    assert "H1" not in text(desk.get(to("themes")))
    missing = desk.get(to("one", "PR-00000-00000", 1))
    assert desk.get(to("one", case.reference, 1)).status_code == missing.status_code == 404
    assert not AccessCase.objects.exists()


def test_pages_ask_little_of_the_database(desk, case, cast, django_assert_max_num_queries):
    for _ in range(4):
        review = make.review(case, by=cast.sam)
    actions.admit(review, "accepted", by=cast.jo, at=cast.at)
    pages = {"register": (to("register"), 12), "themes": (to("themes"), 13), "one": (to("one", case.reference, 4), 18),
             "ask": (to("ask", case.reference), 24), "point": (to("deed", case.reference, 4, "point"), 18)}  # fmt: skip
    for address, most in pages.values():
        with django_assert_max_num_queries(most):
            desk.get(address)
    assert Case.objects.count() == 1


@pytest.mark.parametrize("who", ["pat", "dana", "robin", "toni"])
def test_other_roles_have_no_pages_here(client, case, cast, who):
    client.force_login(getattr(cast, who).user)
    for address in (to("register"), to("as_csv"), to("themes"), to("elsewhere"), to("ask", case.reference)):
        assert client.get(address).status_code == 403
