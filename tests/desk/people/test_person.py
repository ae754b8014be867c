"""The pages about a person: what is open to the reader and no word of the rest, and the two presses that join and part."""

import re
from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.test import Client

from putright.cases.actions import wall_off
from putright.cases.models import Access, AccessCase
from putright.people import same
from putright.people.actions import Agreed, agree_plan, merge
from putright.people.models import Often, Plan, Sameness
from tests.make import cases, people
from tests.make.contacts import contact

pytestmark = pytest.mark.django_db
SIAN = {"phone": "07700 900124", "postcode": "SG1 1AA", "language": "cy"}
JANE = {"phone": "+44 7700 900124", "language": "en"}


@pytest.fixture
def pair(cast):
    """Siân and Jane: one number, two spellings, a case each."""
    sian, jane = people.person("Siân Gruffydd", **SIAN), people.person("Jane Griffiths", **JANE)
    contact(sian, words="Roedd yr heddwas yn gas.", language="cy")
    contact(jane, words="The officer was unkind to me.", channel="phone", by=cast.sam)
    return sian, jane


@pytest.fixture
def as_(client):
    def sign_in(who):
        client.force_login(who.user)
        return client

    return sign_in


def page(client, person, language="en", **asked):
    return client.get(f"/{language}/staff/people/{person.pk}/", asked)


def words(answer):
    assert answer.status_code in (200, 422), answer.status_code
    return answer.content.decode()


def test_a_person_on_one_page_in_both_languages_within_its_budget(as_, cast, pair, django_assert_max_num_queries):
    sian, jane = pair
    agree_plan(sian, Agreed("Rings on Fridays.", cast.sam, (cast.at + timedelta(days=400)).date()), by=cast.sam, at=cast.at)
    client = as_(cast.sam)
    page(client, sian)
    for language, number, reason in (
        ("en", "The same telephone number", "Welsh and English forms of one first name"),
        ("cy", "Yr un rhif ffôn", "Ffurfiau Cymraeg a Saesneg ar yr un enw cyntaf"),
    ):
        with django_assert_max_num_queries(24):
            shown = words(page(client, sian, language))
        assert "Siân Gruffydd" in shown and "Roedd yr heddwas yn gas." in shown and "Rings on Fridays." in shown
        assert "Jane Griffiths" in shown and number in shown and reason in shown  # suggested, with its rules and words
        assert "The officer was unkind" not in shown  # and not joined


def test_the_page_says_what_it_showed(as_, cast, pair):
    words(page(as_(cast.sam), pair[0]))
    assert Access.objects.count() == 1 and AccessCase.objects.count() == 2  # hers, and that of whom it suggested


def test_joining_and_parting_through_the_pages(as_, cast, pair):
    sian, jane = pair
    client = as_(cast.sam)
    address = f"/en/staff/people/{sian.pk}/same/{jane.pk}/"
    shown = words(client.get(address))
    assert "They use different languages with us" in shown and "gruffydd" in shown and "griffiths" in shown
    assert words(client.post(address, {"what": "same"})).count("Write how you know") >= 1 and not Sameness.objects.exists()
    assert client.post(address, {"what": "same", "why": "She told us."}).status_code == 302
    both = words(page(client, jane))
    assert "Roedd yr heddwas yn gas." in both and "The officer was unkind to me." in both and "She told us." in both
    assert "Sam Adeyemi" in both and "May be the same person" not in both
    part = f"/en/staff/people/{sian.pk}/part/{jane.pk}/"
    assert part in both.replace("&amp;", "&")
    assert client.post(part, {"why": "Two sisters."}).status_code == 302
    alone = words(page(client, jane))
    assert "Roedd yr heddwas yn gas." not in alone and "Two sisters." in alone
    assert "May be the same person" not in alone  # they were parted: it is not asked again


def test_two_people_are_kept_two(as_, cast, pair):
    sian, jane = pair
    client = as_(cast.sam)
    client.post(f"/cy/staff/people/{sian.pk}/same/{jane.pk}/", {"what": "two", "why": "Mam a merch."})
    shown = words(page(client, sian))
    assert "said to be two people" in shown and "May be the same person" not in shown
    assert same.together([sian.pk])[sian.pk] == {sian.pk}


def test_the_same_press_twice_is_one_line(as_, cast, pair):
    sian, jane = pair
    client, press = as_(cast.sam), {"what": "same", "why": "She told us.", "press": "a" * 32}
    for _ in range(2):
        assert client.post(f"/en/staff/people/{sian.pk}/same/{jane.pk}/", press).status_code == 302
    assert Sameness.objects.count() == 1
    again = words(client.post(f"/en/staff/people/{sian.pk}/same/{jane.pk}/", {**press, "press": "b" * 32}))
    assert "These are one person already" in again and "She told us." in again


def walled(cast, pair):
    """Jane's case is walled from Jo; the two are joined."""
    sian, jane = pair
    merge(sian, jane, "She told us.", by=cast.sam, at=cast.at)
    wall_off(cases_of(jane), cast.jo, "is family", by=cast.sam, at=cast.at)
    return sian, jane


def cases_of(person):
    from putright.cases.models import Case

    return Case.objects.get(complainant=person)


def test_joining_opens_no_walled_case_and_names_nobody_behind_one(as_, cast, pair):
    sian, jane = walled(cast, pair)
    client = as_(cast.jo)
    shown = words(page(client, sian))
    told = ("Jane", "Griffiths", "The officer was unkind", "She told us.")
    for hidden in (*told, cases_of(jane).reference, f"/people/{jane.pk}/"):
        assert hidden not in shown, hidden
    assert "Written down once." in shown and "you may open: 1." in shown
    missing = client.get("/en/staff/people/999999/")
    for address in ("", f"same/{sian.pk}/", f"part/{sian.pk}/", "plan/", "plan/end/", "born/"):
        gone = client.get(f"/en/staff/people/{jane.pk}/{address}")
        assert gone.status_code == 404 and gone.content[:300] == missing.content[:300]
    assert client.post(f"/en/staff/people/{sian.pk}/part/{jane.pk}/", {"why": "x"}).status_code == 404
    assert words(page(as_(cast.sam), sian)).count("Jane Griffiths") > 0  # the control: Sam sees both


def test_a_wall_hides_a_suggestion(as_, cast, pair):
    sian, jane = pair
    assert "Jane Griffiths" in words(page(as_(cast.jo), sian))
    wall_off(cases_of(jane), cast.jo, "is family", by=cast.sam, at=cast.at)
    assert "Jane" not in words(page(as_(cast.jo), sian))


def test_the_strictest_rules_of_both_hold_even_when_the_other_is_behind_a_wall(as_, cast, pair):
    sian, jane = walled(cast, pair)
    jane.safe_contact, jane.at_risk = {"no_voicemail": True, "note": "Her brother listens."}, True
    jane.save()
    for address in (f"people/{sian.pk}/", f"cases/{cases_of(sian).reference}/"):
        shown = words(as_(cast.jo).get(f"/en/staff/{address}"))
        assert "Do not leave a message" in shown and "At risk" in shown and "Her brother" not in shown


def test_only_the_front_team_works_with_people(as_, cast, pair):
    for who in (cast.pat, cast.dana, cast.robin, cast.toni):
        client = as_(who)
        cases.grant(cases_of(pair[0]), to=who)
        for address in (f"people/{pair[0].pk}/", "people/often/", "people/rules/", f"people/{pair[0].pk}/plan/"):
            assert client.get(f"/en/staff/{address}").status_code == 403
    assert as_(cast.sam).get("/en/staff/people/often/from/").status_code == 403


def test_a_plan_is_agreed_changed_and_ended_and_stands_where_it_is_needed(as_, cast, pair):
    sian, _ = pair
    client, address = as_(cast.sam), f"/en/staff/people/{sian.pk}/plan/"
    day = {"review_on-day": "1", "review_on-month": "1", "review_on-year": "2020"}
    wrong = {"agreed": "Rings on Fridays.", "handler": str(cast.sam.pk), **day}
    refused = words(client.post(address, wrong))
    assert "The review must be after today" in refused and "Rings on Fridays." in refused
    assert client.post(address, {**wrong, "review_on-year": "2099"}).status_code == 302
    on_case = words(client.get(f"/en/staff/cases/{cases_of(sian).reference}/"))
    looked_up = look_up(cast.sam, "gruffydd")
    for shown in (on_case, looked_up):
        assert "Rings on Fridays." in shown and "Sam Adeyemi" in shown
    assert "Take the contact whatever the plan says." in looked_up
    assert client.post(f"{address}end/", {"why": "She asked us to."}).status_code == 302
    shown = words(page(client, sian))
    assert "No plan is agreed with them." in shown and "She asked us to." in shown and "Rings on Fridays." in shown
    assert Plan.objects.count() == 2


def test_an_overdue_review_stands_on_the_work_page_of_those_who_may_see_the_person(as_, cast, pair):
    sian, _ = pair
    agree_plan(sian, Agreed("Rings on Fridays.", cast.sam, (cast.at + timedelta(days=1)).date()), by=cast.sam, at=cast.at)
    assert "Contact plans to look at again" in words(as_(cast.sam).get("/en/staff/my-work/"))
    assert "Siân Gruffydd" in words(as_(cast.jo).get("/cy/staff/my-work/"))
    wall_off(cases_of(sian), cast.jo, "is family", by=cast.sam, at=cast.at)
    assert "Siân Gruffydd" not in words(as_(cast.jo).get("/en/staff/my-work/"))


def test_quick_entry_finds_another_form_of_the_name(as_, cast, pair):
    for typed in ("Jane Gruffydd", "Sian Griffiths", "gruffudd jane"):
        assert "Siân Gruffydd" in look_up(cast.sam, typed), typed
    assert "Siân" not in look_up(cast.sam, "Marged Adeyemi")
    wall_off(cases_of(pair[0]), cast.jo, "is family", by=cast.sam, at=cast.at)
    assert "Siân" not in look_up(cast.jo, "Jane Gruffydd")


def test_contacts_are_paged_the_newest_first_and_none_is_missed(as_, cast):
    case = contact(cast.ffion, words="Number 0.").case
    for number in range(1, 120):
        contact(cast.ffion, words=f"Number {number}.", joins=case)  # all at the same moment
    client, seen, after = as_(cast.sam), [], ""
    for _ in range(3):
        answer = page(client, cast.ffion, after=after)
        seen += [int(number) for number in re.findall(r">Number (\d+)[.]</p>", words(answer))]
        found = re.search(r'[?]after=([^"]*)">Show the next', answer.content.decode())
        after = unquote(found[1]) if found else ""
    assert sorted(seen) == list(range(120)) and not after
    assert words(page(client, cast.ffion, after="nonsense"))


def test_a_date_of_birth_tells_two_of_one_name_apart(as_, cast, pair):
    client = as_(cast.sam)
    answer = {"born_on-day": "12", "born_on-month": "4", "born_on-year": "1970"}
    assert client.post(f"/en/staff/people/{pair[0].pk}/born/", answer).status_code == 302
    assert "12 April 1970" in words(page(client, pair[0]))
    assert client.post(f"/en/staff/people/{pair[0].pk}/born/", {**answer, "born_on-year": "2999"}).status_code == 422


def test_the_rules_are_there_to_read_in_both_languages(as_, cast, django_assert_max_num_queries):
    client = as_(cast.sam)
    client.get("/en/staff/people/rules/")
    with django_assert_max_num_queries(5):
        english = words(client.get("/en/staff/people/rules/"))
    assert "phone-same" in english and "from 12 points" in english and "gruffydd, gruffudd, griffith" in english
    assert "Yr un rhif ffôn" in words(client.get("/cy/staff/people/rules/"))


def look_up(who, typed):
    """A part of a page, so not by the client that minds whole pages' manners."""
    client = Client()
    client.force_login(who.user)
    return words(client.post("/en/staff/contacts/look-up", {"who": typed}))


def often(client, language="en", address=""):
    return words(client.get(f"/{language}/staff/people/often/{address}"))


def test_frequent_callers_count_one_person_once_and_only_what_the_reader_may_open(
    as_, cast, pair, django_assert_max_num_queries
):
    sian, jane = pair
    for _ in range(2):
        contact(sian, joins=cases_of(sian))
    assert "Siân Gruffydd" not in often(as_(cast.sam), address="2026/3/")  # three, and it takes four
    merge(sian, jane, "She told us.", by=cast.sam, at=cast.at)
    with django_assert_max_num_queries(20):
        shown = often(as_(cast.sam), address="2026/3/")
    assert "Siân Gruffydd" in shown and ">4<" in shown and "From memory" in shown
    wall_off(cases_of(jane), cast.jo, "is family", by=cast.sam, at=cast.at)
    assert "Siân Gruffydd" not in often(as_(cast.jo), address="2026/3/")  # of four she may open three
    assert ">1<" in words(as_(cast.jo).get("/en/staff/reports/2026/3/")).replace("\n", "")  # the figure counts all
    assert "Galwyr aml" in often(as_(cast.sam), "cy", "2026/3/")


def test_a_supervisor_says_from_how_many(as_, cast):
    client = as_(cast.jo)
    answer = {"contacts": "6", "since-day": "1", "since-month": "1", "since-year": "2026", "why": "As agreed."}
    assert words(client.post("/en/staff/people/often/from/", {**answer, "contacts": "one"})).count("Enter a whole number")
    assert client.post("/en/staff/people/often/from/", answer).status_code == 302
    assert Often.objects.get().contacts == 6
    assert "People with 6 contacts or more" in often(client, address="2026/3/") and "From memory" not in often(client)
    for address in ("1800/1/", "2026/13/", "2190/1/"):
        assert client.get(f"/en/staff/people/often/{address}").status_code == 404


def test_cases_are_linked_and_unlinked_through_the_page(as_, cast, pair):
    one, other = (cases_of(person) for person in pair)
    client, address = as_(cast.sam), f"/en/staff/cases/{one.reference}/link/"
    assert other.reference in words(client.get(f"{address}?with={other.reference}&as=incident"))
    wrong = words(client.post(address, {"reference": "PR-00000-00000", "kind": "incident"}))
    assert "No case you can open has that reference" in wrong
    right = {"reference": other.reference.lower(), "kind": "incident", "why": "One evening."}
    assert client.post(address, right).status_code == 302
    for mine, theirs in ((one, other), (other, one)):
        shown = words(client.get(f"/en/staff/cases/{mine.reference}/alike/"))
        assert "Linked cases" in shown and theirs.reference in shown
        assert "Linked with another case" in words(client.get(f"/en/staff/cases/{mine.reference}/"))
    wall_off(other, cast.jo, "is family", by=cast.sam, at=cast.at)
    assert other.reference not in words(as_(cast.jo).get(f"/en/staff/cases/{one.reference}/alike/"))
    hidden = as_(cast.jo).get(f"/en/staff/cases/{one.reference}/unlink/?with={other.reference}")
    assert hidden.status_code == 302
    refused = words(as_(cast.jo).post(address, {"reference": other.reference, "kind": "incident"}))
    assert "No case you can open has that reference" in refused
    client, apart = as_(cast.sam), f"/cy/staff/cases/{one.reference}/unlink/?with={other.reference}"
    assert client.post(apart, {"why": "Dau ddiwrnod."}).status_code == 302
    assert "Linked cases" not in words(client.get(f"/en/staff/cases/{one.reference}/alike/"))


def test_the_case_page_suggests_the_person_and_the_case_with_the_words_that_match(as_, cast, pair, django_assert_max_num_queries):
    sian, jane = pair
    text = "Nobody rang me back about the burglary at my garage."
    first, again = contact(sian, words=text).case, contact(sian, words=f"{text} Still nothing.").case
    client = as_(cast.sam)
    client.get(f"/en/staff/cases/{first.reference}/alike/")
    with django_assert_max_num_queries(20):
        shown = words(client.get(f"/en/staff/cases/{first.reference}/alike/"))
    assert "May be the same person" in shown and "Jane Griffiths" in shown
    assert again.reference in shown and "burglary, garage, nobody, rang" in shown
    assert f"/link/?with={again.reference}&amp;as=matter" in shown
