"""Process D: professional standards hear it first; what they record stays theirs, mere unhappiness goes to the team.
Process E: the commissioner's office hears it first and passes all of it to the team. Both at any hour."""

import pytest

from putright.contacts.models import Contact

from . import processes, steps
from .processes import DUE, EACH, NEXT_MORNING, OPEN
from .steps import desk, when

pytestmark = pytest.mark.django_db
LETTER = {"words": "My letter of May had no answer.", "who": "Mair Elin Jones 07700 900222", "channel": "letter"}


@EACH
def test_d_standards_pass_it_on_by_the_way_it_came_and_the_team_takes_it_up(cast, lang, moment):
    story = processes.begin(lang, moment)
    processes.tells(story, cast.pat, "pass-to-team", **LETTER)
    told = Contact.objects.get()
    assert (told.channel, told.via, told.by) == ("letter", "standards", cast.pat)
    assert (story.case.stage, story.case.kind, story.case.team) == ("received", "dissatisfaction", cast.sam.team)
    assert processes.due_on(story) == DUE[moment] and processes.seen_by(story, cast.pat) == 404
    when(story, OPEN if moment == OPEN else NEXT_MORNING)
    assert story.reference in desk(story, cast.sam).go("my-work/?show=free").words
    processes.triaged(story, cast.sam)


@EACH
def test_d_what_is_a_complaint_after_all_goes_back_to_standards_to_record(cast, lang, moment):
    story = processes.begin(lang, moment)
    processes.tells(story, cast.pat, "pass-to-team", **LETTER)
    steps.answers(story, cast.sam, "asked", might_be_crime_or_discipline="yes")
    steps.decides(story, cast.sam, "recorded")
    assert story.case.stage == "recorded"


@EACH
def test_e_the_commissioner_s_office_forwards_and_the_team_deals_with_it_as_in_a(cast, lang, moment):
    story = processes.begin(lang, moment)
    typed = {key: LETTER[key] for key in ("words", "who", "channel")}
    steps.logs(story, cast.sam, "do=keep", **typed, kind="dissatisfaction", via="commissioner")
    assert Contact.objects.get().via == "commissioner" and processes.due_on(story) == DUE[moment]
    when(story, OPEN if moment == OPEN else NEXT_MORNING)
    processes.triaged(story, cast.sam)
