"""What the house knows of cases that the return asks for. A fixed number of queries, however many cases."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cached_property

from offices import Office
from putright.allocation.models import Handover
from putright.cases.choices import ACTIONS, FACTORS, OUTCOMES
from putright.cases.models import Allegation, Case, Choice, ComplainedOf, Event
from putright.clocks.runs import Happened
from putright.codes.queries import code_list
from putright.codes.rules import Rows
from putright.contacts.models import Contact
from putright.facts.shapes import Shapes
from putright.law.calendar import day_of
from putright.people.queries import office
from putright.triage.models import Decision

from .models import Filled
from .rules import Alleged, Known, Told


def _day(when: datetime | None) -> str:
    return day_of(when).isoformat() if when else ""


class Beside:
    """What lies beside those cases. `pack` gives the promises by which a first contact is found in the log."""

    def __init__(self, cases: Iterable[Case], pack: Office | None = None) -> None:
        self.cases = {case.pk: case for case in cases}
        self.shapes = Shapes(pack or office())

    @cached_property
    def first(self) -> dict[int, Contact]:
        found: dict[int, Contact] = {}
        for contact in Contact.objects.filter(case__in=self.cases).order_by("received_at", "pk"):
            found.setdefault(contact.case_id, contact)
        return found

    @cached_property
    def decided(self) -> dict[int, Decision]:
        """The decision that stands: the last."""
        return {one.case_id: one for one in Decision.objects.filter(case__in=self.cases).order_by("number")}

    @cached_property
    def contacted(self) -> dict[int, str]:
        logs: defaultdict[int, list[Happened]] = defaultdict(list)
        rows = Event.objects.filter(case__in=self.cases).order_by("case_id", "seq")
        for case, verb, at, facts in rows.values_list("case_id", "verb", "at", "facts"):
            logs[case].append(Happened(verb, at.astimezone(UTC), facts))
        return {case: day for case, log in logs.items() if (day := self._first_kept(case, log))}

    def _first_kept(self, case: int, log: list[Happened]) -> str:
        runs = self.shapes.runs(log, self.cases[case].received_at)
        return min((_day(run.kept[0]) for name, run in runs if name == "first-contact" and run.kept), default="")

    @cached_property
    def referred(self) -> dict[int, str]:
        found = Handover.objects.filter(case__in=self.cases, body="iopc").order_by("-at")
        return {one.case_id: _day(one.at) for one in found}

    @cached_property
    def officers(self) -> dict[int, list[ComplainedOf]]:
        found: defaultdict[int, list[ComplainedOf]] = defaultdict(list)
        for one in ComplainedOf.objects.filter(case__in=self.cases).select_related("officer"):
            found[one.case_id].append(one)
        return found

    @cached_property
    def told(self) -> dict[int, dict[str, Told]]:
        found: defaultdict[int, dict[str, Told]] = defaultdict(dict)
        for one in Filled.objects.filter(case__in=self.cases).order_by("pk"):
            found[one.case_id][one.field] = Told(one.value, one.why_not)
        return found


class Alleging(Beside):
    """Their allegations in the vocabulary of the return."""

    @cached_property
    def alleged(self) -> dict[int, list[Alleged]]:
        choices: defaultdict[int, list[Choice]] = defaultdict(list)
        for choice in Choice.objects.filter(allegation__case__in=self.cases).order_by("pk"):
            choices[choice.allegation_id].append(choice)
        found: defaultdict[int, list[Alleged]] = defaultdict(list)
        for one in Allegation.objects.filter(case__in=self.cases).order_by("case_id", "number"):
            found[one.case_id].append(self._alleged(one, choices[one.pk]))
        return found

    @cached_property
    def lists(self) -> dict[str, Rows]:
        return {which: code_list(which) for which in ("categories", FACTORS, OUTCOMES, ACTIONS)}

    def _alleged(self, one: Allegation, choices: list[Choice]) -> Alleged:
        on, tree = day_of(self.cases[one.case_id].received_at), self.lists["categories"]
        outcome = next((choice for choice in choices if choice.which == OUTCOMES), None)
        names = {"category": tree.name(one.category[:1], on, "en")}
        if len(one.category) > 1:
            names["subcategory"] = tree.name(one.category, on, "en")
        if outcome:
            names["outcome"] = self.lists[OUTCOMES].name(outcome.code, outcome.on, "en")
        given = {
            which: tuple(self.lists[which].name(c.code, c.on, "en") for c in choices if c.which == which)
            for which in (FACTORS, ACTIONS)
        }
        return Alleged(one.number, one.category, names, given[FACTORS], outcome.code if outcome else "", given[ACTIONS])


class Gathered(Alleging):
    """Each case as the return asks for it."""

    def known(self) -> list[Known]:
        return [self._known(case) for case in self.cases.values()]

    def _known(self, case: Case) -> Known:
        alleged, officers = tuple(self.alleged.get(case.pk, ())), self.officers.get(case.pk, [])
        decided = self.decided.get(case.pk)
        return Known(
            case.reference, self._said(case) | self._of_allegations(alleged), recorded=case.recorded_at is not None,
            open=case.finished_at is None, anonymous=case.complainant is None or case.complainant.anonymous,
            organisational=bool(officers) and all(one.officer.organisational for one in officers),
            must_refer=bool(decided and decided.must_refer), alleged=alleged, told=self.told.get(case.pk, {}),
        )  # fmt: skip

    def _said(self, case: Case) -> dict[str, str]:
        first, decided, person = self.first.get(case.pk), self.decided.get(case.pk), case.complainant
        said = {
            "received": _day(case.received_at), "contacted": self.contacted.get(case.pk, ""),
            "recorded": _day(case.recorded_at), "finished": _day(case.finished_at), "language": case.language,
            "referred": self.referred.get(case.pk, ""),
            "subject": "; ".join("organisational" if one.officer.organisational else "officer" for one in
                                 self.officers.get(case.pk, [])),
        }  # fmt: skip
        if first:
            said |= {
                "logged": _day(first.entered_at), "method": first.channel, "wishes": "given" if first.wants.strip() else "",
                "happened": first.happened_on.isoformat() if first.happened_on else first.happened_words,
                "place": "given" if first.place else "", "linked": first.crime_reference,
            }  # fmt: skip
        if decided:
            said |= {"authority": decided.authority, "reason_recorded": decided.reason_recorded}
        if person and not person.anonymous:
            born = str(person.born_on.year) if person.born_on else ""
            said |= {"complainant": "given" if person.name else "", "born": born,
                     "adjustments": "given" if person.adjustments else ""}  # fmt: skip
        return said

    @staticmethod
    def _of_allegations(alleged: tuple[Alleged, ...]) -> dict[str, str]:
        """A field of all allegations together is there when each of them has it."""
        return {
            "allegations": str(len(alleged)) if alleged else "",
            "outcomes": "all" if alleged and all(one.outcome for one in alleged) else "",
            "actions": "all" if alleged and all(one.actions for one in alleged) else "",
        }
