"""What a campaign's people answered, counted in the database by one thing at a time. No writes."""

from dataclasses import dataclass

from putright.questionnaires import rules
from putright.questionnaires.queries import content, versions
from putright.questionnaires.words import SOFT
from putright.surveys import results
from putright.surveys.counting import Among, counted, people, summed
from putright.surveys.words import LANGUAGES

from .models import Campaign
from .words import WAYS

COLUMNS = {"district": "e.district", "group": 'e."group"', "way": "e.way", "language": "r.language"}


@dataclass(frozen=True)
class Told:
    """All together and by parts; nothing where too few answered."""

    whole: results.Part | None
    parts: list[results.Part]


def of(campaign: Campaign, by: str, *, smallest: int) -> Told:
    """Three queries, however many answered."""
    if campaign.survey is None:
        return Told(None, [])
    among = Among("JOIN campaigns_entry e ON e.invite_id = r.invite_id", "e.campaign_id = %s", (campaign.pk,))
    found = counted(among, COLUMNS[by], summed(people(among, COLUMNS[by]), 0))
    if sum(found.people.values()) < smallest:
        return Told(None, [])
    asked = results.asked(versions(campaign.survey))
    return Told(results.whole(found, asked, smallest), results.split(found, asked, smallest))


def questions(campaign: Campaign, language: str) -> list[tuple[str, str]]:
    """(code, what it is called in a table) of every scale, the newest words. One query."""
    if campaign.survey is None:
        return []
    said: dict[str, str] = {}
    for version in versions(campaign.survey):
        for one in content(version).of(*rules.SCALES):
            said.setdefault(one.code, str(SOFT[one.soft]) if one.soft else one.said(language))
    return list(said.items())


def names(by: str) -> dict[str, str]:
    """What a part is called where its key is a word of ours."""
    return {key: str(word) for key, word in {"way": WAYS, "language": LANGUAGES}.get(by, {}).items()}
