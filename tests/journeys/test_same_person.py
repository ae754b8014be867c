"""Somebody rings again and again, under two spellings and from two ways of writing one number. The system suggests, a handler
decides, a plan is agreed, the month counts one person; and when it was a mistake, it is all taken back."""

import pytest

from putright.contacts.models import Contact
from putright.people.models import Person, Sameness

from . import steps
from .steps import Story, desk, when

pytestmark = pytest.mark.django_db
GARAGE = "Nobody rang me back about the burglary at my garage."
SAYS = {
    "en": {
        "may be": "May be the same person", "names": "Welsh and English forms of one last name",
        "number": "The same telephone number",
        "languages": "They use different languages", "one": "Colleagues have said that these are one person",
        "alike": "burglary, garage, nobody, rang", "review": "Contact plans to look at again",
        "overdue": "Review overdue",
        "take": "Take the contact whatever the plan says.", "linked": "Linked cases", "often": "Frequent callers: March 2026",
    },
    "cy": {
        "may be": "Gall fod yr un person", "names": "Ffurfiau Cymraeg a Saesneg ar yr un cyfenw",
        "number": "Yr un rhif ffôn",
        "languages": "Maent yn defnyddio ieithoedd gwahanol", "one": "Mae cydweithwyr wedi dweud mai un person yw’r rhain",
        "alike": "burglary, garage, nobody, rang", "review": "Cynlluniau cysylltu i edrych arnynt eto",
        "overdue": "Adolygiad yn hwyr",
        "take": "Derbyniwch y cysylltiad beth bynnag a ddywed y cynllun.", "linked": "Achosion cysylltiedig",
        "often": "Galwyr aml: Mawrth 2026",
    },
}  # fmt: skip


def rings(story, by, moment, who, words, **more):
    when(story, moment)
    steps.logs(story, by, "do=keep", who=who, words=words, **more)
    return story.case


def of(story, who, person, address=""):
    return desk(story, who).go(f"people/{person.pk}/{address}")


def called(name):
    return Person.objects.filter(name=name).latest("pk")


@pytest.fixture(params=["en", "cy"])
def story(request, cast):
    """Two calls about one burglary, by what may be one person."""
    story = Story(request.param)
    story.first = rings(story, cast.sam, "2026-03-02 10:00", "Siân Gruffydd 07700 900555", GARAGE, language="cy")
    story.second = rings(story, cast.jo, "2026-03-04 10:00", "Jane Griffiths +44 7700 900555", f"{GARAGE} Still.", language="en")
    return story


def joined(story, who):
    """The two said to be one, from the page that compares them. Gives the person's page."""
    page = of(story, who, called("Jane Griffiths"), f"same/{called('Siân Gruffydd').pk}/")
    assert SAYS[story.lang]["languages"] in page.words
    return desk(story, who).press(page, what="same", why="She told me she uses both names.")


def test_it_is_suggested_decided_by_a_person_and_taken_back(story, cast):
    says, jo = SAYS[story.lang], cast.jo
    page = desk(story, jo).go(f"cases/{story.reference}/alike/")
    for sentence in (says["may be"], says["names"], says["number"], "gruffydd", "griffiths"):
        assert sentence in page.words
    assert Sameness.objects.count() == 0  # suggested, and nothing else
    before = list(Contact.objects.order_by("pk").values_list("person", "case"))

    after = joined(story, jo)
    assert says["one"] in after.words and "Siân Gruffydd" in after.words and GARAGE in after.words
    assert story.first.reference in after.words and story.second.reference in after.words

    when(story, "2026-03-27 09:30")
    part = of(story, jo, called("Siân Gruffydd"), f"part/{called('Jane Griffiths').pk}/")
    desk(story, jo).press(part, why="Two cousins, after all.")
    apart = of(story, jo, called("Jane Griffiths"))
    assert says["one"] not in apart.words and "Two cousins, after all." in apart.words
    assert story.first.reference not in apart.words and story.second.reference in apart.words
    assert list(Contact.objects.order_by("pk").values_list("person", "case")) == before


def test_her_second_telling_is_seen_as_one_matter_and_linked(story, cast):
    says, jo = SAYS[story.lang], desk(story, cast.jo)
    joined(story, cast.jo)
    page = jo.go(f"cases/{story.reference}/alike/")
    assert says["may be"] not in page.words and says["alike"] in page.words
    address = next(address for address in page.addresses if "/link/?" in address)
    jo.press(jo.go(address.partition("/staff/")[2]), "reference", why="The same burglary.")
    linked = jo.go(f"cases/{story.reference}/alike/")
    assert says["linked"] in linked.words and story.first.reference in linked.words
    assert "linked" in steps.verbs(story) and steps.log_is_whole(story)


def test_a_plan_is_agreed_never_shuts_the_door_and_is_looked_at_again(story, cast):
    says, sian, sam = SAYS[story.lang], called("Siân Gruffydd"), desk(story, cast.sam)
    day = {"review_on-day": "20", "review_on-month": "3", "review_on-year": "2026"}
    sam.press(of(story, cast.sam, sian, "plan/"), agreed="Sam rings her on Fridays.", handler=cast.sam.pk, **day)

    when(story, "2026-03-06 10:00")
    looked = sam.press(sam.go("contacts/new"), "do=look", who="Siân Gruffydd")
    assert "Sam rings her on Fridays." in looked.words and says["take"] in looked.words
    sam.press(looked, "do=keep", words="It is me again.", known=f"person:{sian.pk}")
    assert Contact.objects.latest("pk").person == sian

    when(story, "2026-03-27 09:00")
    work = sam.go("my-work/")
    assert says["review"] in work.words and "Siân Gruffydd" in work.words
    assert says["overdue"] in of(story, cast.sam, sian).words


def test_the_month_counts_one_person_once(story, cast):
    says, jo = SAYS[story.lang], desk(story, cast.jo)
    joined(story, cast.jo)
    for day in ("06", "09"):
        rings(story, cast.sam, f"2026-03-{day} 10:00", "Siân Gruffydd", "And again.")
    when(story, "2026-03-27 09:00")
    often = jo.go("people/often/")
    assert says["often"] in often.words and "Siân Gruffydd" not in often.words  # written down anew twice: two, one and one
    for again in Person.objects.filter(name="Siân Gruffydd").exclude(pk=story.first.complainant_id):
        compare = of(story, cast.jo, called("Jane Griffiths"), f"same/{again.pk}/")
        jo.press(compare, what="same", why="Her voice, and she said so.")
    often = jo.go("people/often/")
    assert "Siân Gruffydd" in often.words and " 4 " in often.words
    assert len(steps.behind(story, cast.jo, 2026, 3, "often")) == 1
