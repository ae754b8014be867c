"""Recording a month's seed, drawing its sample, and drawing it again."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from putright.cases.actions import end_grants, grant
from putright.cases.log import Line, write
from putright.cases.models import Case
from putright.people.gates import check
from putright.people.models import Handler

from .. import checks, population, rules, settings
from ..models import Draw, Picked, Seed
from ..refusals import Done, NoSeed, NotIndependent, SayWhyAgain


@transaction.atomic
def record_seed(month: date, *, by: None = None, at: datetime) -> Seed:
    """Choose the month's secret and record its digest. Done again it changes nothing. Refuses NoSeed once the month is over:
    whoever knows which cases were finished could choose."""
    month = month.replace(day=1)
    if held := Seed.objects.filter(month=month).first():
        return held
    if at >= population.span(month)[1]:
        raise NoSeed
    secret = secrets.token_hex(32)
    return Seed.objects.create(month=month, secret=secret, digest=rules.seed_digest(secret), at=at)


@transaction.atomic
def draw(month: date, *, by: None = None, at: datetime) -> Draw:
    """Draw a month that is over; done again it returns the draw there is. Refuses NoSeed, and NotIndependent while nobody is."""
    seed = _seed(month, at)
    return Draw.objects.filter(seed=seed, number=0).first() or _draw(seed, 0, "", by=None, at=at)


@transaction.atomic
def draw_again(first: Draw, why: str, *, by: Handler, at: datetime) -> Draw:
    """Draw the month once more, beside what was drawn; nobody chooses the new seed. Whoever had cases to look at and has not
    looked loses their reach to them.

    Refuses by role, SayWhyAgain, NotIndependent, Done when somebody drew again meanwhile."""
    check(by, "quality.draw_again")
    if by not in population.samplers():
        raise NotIndependent
    if not why.strip():
        raise SayWhyAgain
    seed = _seed(first.seed.month, at)
    if Draw.objects.filter(seed=seed, number__gt=first.number).exists():
        raise Done
    for one in first.picked.filter(look=None).select_related("case"):
        end_grants(one.case, rules.reach(first.pk, one.sampler_id), at=at)
    return _draw(seed, first.number + 1, why, by=by, at=at)


def _seed(month: date, at: datetime) -> Seed:
    """Held until the draw is done, so that a month is drawn once."""
    month = month.replace(day=1)
    if at < population.span(month)[1] or not (seed := Seed.objects.select_for_update().filter(month=month).first()):
        raise NoSeed
    return seed


def _draw(seed: Seed, number: int, why: str, *, by: Handler | None, at: datetime) -> Draw:
    who = population.samplers()
    if not who:
        raise NotIndependent
    held = settings.on(seed.month)
    found = population.drawable(seed.month, held.axes, who)
    references = {rules.key_of(reference): reference for reference, _stratum in found.cases}
    before = Draw.objects.order_by("-pk").first()
    made = Draw(seed=seed, number=number, why=why, axes=list(held.axes), left_out=found.left_out, at=at, by=by)
    made.record = rules.made({
        "month": seed.month.isoformat(), "number": number, "secret": seed.secret, "size": held.size,
        "population": [(rules.key_of(reference), stratum) for reference, stratum in found.cases],
        "previous": before.digest if before else rules.FIRST, "beside": checks.beside(made),
    })  # fmt: skip
    made.digest = made.record["digest"]
    made.save(force_insert=True)
    _hand_out(made, [references[key] for key in made.record["chosen"]], who, held.second_every, at)
    return made


def _hand_out(made: Draw, references: Sequence[str], who: Sequence[Handler], second_every: int, at: datetime) -> None:
    """In turn, in the order drawn; every so many also to a second person, where there is one."""
    cases = {case.reference: case for case in Case.objects.filter(reference__in=references).select_for_update().order_by("pk")}
    rows = []
    for place, reference in enumerate(references):
        first = who[place % len(who)]
        readers = [first]
        if second_every and len(who) > 1 and place % second_every == 0:
            readers.append(who[(place + 1) % len(who)])
        for reader in readers:
            rows.append(Picked(draw=made, case=cases[reference], place=place, sampler=reader, second=reader is not first))
            grant(cases[reference], rules.reach(made.pk, reader.pk), at=at, handler=reader)
        facts: dict[str, object] = {"draw": made.pk, "digest": made.digest}
        write(cases[reference], Line("sampled", at, made.by, "" if made.by else "rounds", facts))
    Picked.objects.bulk_create(rows)
