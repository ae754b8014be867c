"""What each event does to each promise. One function a promise; no dates here, and no Django.

A function is given the verb, the event's facts and what is known of the case by then, and answers what the event does
and in which words (a key of `words.HAPPENED`)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Flag, auto

Facts = Mapping[str, object]
ORAL = frozenset({"phone", "ivr", "counter", "officer"})
COMPLAINTS = frozenset({"complaint", "dissatisfaction", ""})
TELLS_OUTCOME = ("outcome", "findings", "no_action")  # kinds of letter: outside Schedule 3, recorded, nothing more is done
# The automatic acknowledgement, a text, and what goes to others than the complainant.
NOT_AN_ANSWER = frozenset({"acknowledgement", "subject_copy", "review_notice", "text", "survey"})
# Who must refer, by the appropriate authority. Referral under Sch 3 para 4 never passes to the local policing body
# unless it is itself the authority, so for us the promise is the hand-over to whoever must (PRA 2002 s.13A(2)).
WHO_REFERS = {
    "local_policing_body": "commissioner",
    "chief_officer": "standards",
    "other_force": "other_force",
    "police_and_crime_panel": "panel",
}


class Does(Flag):
    NOTHING = 0
    START = auto()
    ONCE = auto()  # with START: not if this promise has been kept on this case before
    RESTART = auto()
    KEEP = auto()
    RENEW = auto()  # with KEEP: the next clock begins at the same moment
    END = auto()


Answer = tuple[Does, str]
NOTHING: Answer = (Does.NOTHING, "")


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of the case by an event: how it came, whether it may be a complaint, whether it is recorded."""

    oral: bool = False
    complaint: bool = False
    recorded: bool = False
    must_refer: bool = False
    referrer: str = ""
    nobody_to_tell: bool = False  # they did not say who they are, so no promise to tell them anything can run

    def after(self, verb: str, facts: Facts) -> "Reading":
        if verb == "received":
            kind = str(facts.get("kind") or "")
            return replace(
                self, oral=facts.get("channel") in ORAL, complaint=kind in COMPLAINTS,
                nobody_to_tell=bool(facts.get("nobody_to_tell")),
            )  # fmt: skip
        if verb == "joined":
            return replace(self, nobody_to_tell=self.nobody_to_tell and bool(facts.get("nobody_to_tell")))
        if verb == "must_refer":
            return replace(self, must_refer=True, referrer=_referrer(facts))
        if verb == "decided":
            return replace(
                self, must_refer=bool(facts.get("must_refer")),
                recorded=self.recorded or facts.get("route") == "recorded",
                complaint=facts.get("route") != "not_complaint",
                referrer=_referrer(facts),
            )  # fmt: skip
        return replace(self, complaint=True) if verb in ("clarified", "asked_to_record") else self

    @property
    def by_word_of_mouth(self) -> bool:
        """Speaking counts as telling: the complaint was made orally and is outside Schedule 3 (CMR 2020 reg 34(3))."""
        return self.oral and not self.recorded


def _referrer(facts: Facts) -> str:
    return WHO_REFERS.get(str(facts.get("authority") or ""), "standards")


def reached_them(verb: str, facts: Facts, *kinds: str) -> bool:
    """A letter that was really sent: one of `kinds`, or, none given, any that answers them. A text only asks them to ring or to
    look, and tells nothing."""
    kind = facts.get("kind")
    wanted = kind in kinds if kinds else kind not in NOT_AN_ANSWER
    return verb == "sent" and wanted and facts.get("medium") != "none"


def first_contact(verb: str, facts: Facts, now: Reading) -> Answer:
    """PRA 2002 Sch 3 para 2(6): contact them and hear how they want it handled. The time is the office's promise."""
    if verb == "received":
        return NOTHING if now.nobody_to_tell else (Does.START | Does.ONCE, verb)
    if verb == "reopened":
        return NOTHING if now.nobody_to_tell else (Does.START, verb)
    if verb in ("spoke", "settled", "offered", "handed_over") or reached_them(verb, facts):
        return Does.KEEP, verb
    return (Does.END, verb) if verb == "closed" else NOTHING


def refer(verb: str, facts: Facts, now: Reading) -> Answer:
    """The office's promise to put it right or pass it on for a recording decision; again from when it is clarified."""
    if verb == "clarified":
        return Does.START | Does.ONCE | Does.RESTART, verb
    if verb in ("asked_to_record", "reopened") or (verb == "received" and now.complaint):
        return Does.START, verb
    if verb == "decided" and facts.get("route") in ("recorded", "not_complaint"):
        return Does.KEEP, f"decided.{facts['route']}"
    return (Does.KEEP, verb) if verb in ("settled", "handed_over", "put_right", "closed") else NOTHING


def iopc_referral(verb: str, facts: Facts, now: Reading) -> Answer:
    """CMR 2020 reg 4(2): the end of the day after it becomes clear, decided or not. Kept by handing it to whoever must
    refer it; an answer taken back ends nothing, only a decision does."""
    if verb == "must_refer":
        return Does.START | Does.ONCE, "decided.must_refer"
    if verb == "decided":
        return (Does.START | Does.ONCE, "decided.must_refer") if now.must_refer else (Does.END, "decided.no_referral")
    if verb == "handed_over" and facts.get("body") in ("iopc", now.referrer):
        return Does.KEEP, verb
    return NOTHING


def update(verb: str, facts: Facts, now: Reading) -> Answer:
    """CMR 2020 reg 34(2)(a): told how it stands every four weeks until it is finished, outside Schedule 3 too."""
    if verb in ("closed", "settled"):
        return Does.END, verb
    if verb == "decided":
        ends = facts.get("route") == "not_complaint"
        if ends or now.nobody_to_tell:
            return (Does.END, "decided.not_complaint") if ends else NOTHING
        return Does.START, verb
    if reached_them(verb, facts, "update", *TELLS_OUTCOME) or (verb == "spoke" and now.by_word_of_mouth):
        return Does.KEEP | Does.RENEW, verb
    starts = verb in ("received", "clarified", "asked_to_record", "reopened") and now.complaint
    return (Does.START, verb) if starts and not now.nobody_to_tell else NOTHING


def outcome(verb: str, facts: Facts, now: Reading) -> Answer:
    """CMR 2020 reg 34(2)(b): the outcome within five working days. Closing the case does not discharge it."""
    if verb in ("put_right", "outcome_back"):
        return NOTHING if now.nobody_to_tell else (Does.START, verb)
    told = reached_them(verb, facts, *TELLS_OUTCOME) or (verb == "spoke" and now.by_word_of_mouth)
    return (Does.KEEP, verb) if told else NOTHING


def review_received(verb: str, facts: Facts, now: Reading) -> Answer:
    """The office's promise to say that an application for a review came. Counted from the day it reached us."""
    if verb == "review_asked":
        return Does.START, verb
    if reached_them(verb, facts, "review_received", "review_forwarded", "review_refused", "review_decision"):
        return Does.KEEP, verb
    return (Does.END, verb) if verb in ("review_withdrawn", "review_finished") else NOTHING


def review_done(verb: str, facts: Facts, now: Reading) -> Answer:
    """The office's promise to decide a review. What is refused, sent on or withdrawn needs no deciding."""
    if verb == "review_asked":
        return Does.START, verb
    if verb == "review_decided":
        return Does.KEEP, verb
    return (Does.END, verb) if verb in ("review_refused", "review_forwarded", "review_withdrawn") else NOTHING


def review_answer(verb: str, facts: Facts, now: Reading) -> Answer:
    """CMR 2020 reg 30(5): the authority answers a recommendation in 28 days; or by the day it is given (reg 30(6))."""
    if verb == "review_recommended":
        return Does.START, verb
    return (Does.KEEP, verb) if verb == "review_answered" else NOTHING


def vrr_acknowledge(verb: str, facts: Facts, now: Reading) -> Answer:
    """Police VRR scheme: told within ten working days that we have the request. A result that comes first tells it too."""
    if verb == "victim_review_opened":
        return Does.START, verb
    if reached_them(verb, facts, "victim_review_asked", "victim_review_result"):
        return Does.KEEP, verb
    return (Does.END, verb) if verb == "victim_review_ended" and facts.get("result") == "withdrawn" else NOTHING


def vrr_complete(verb: str, facts: Facts, now: Reading) -> Answer:
    """Police VRR scheme: told the result within thirty working days; or, told before then why it takes longer, by that day."""
    if verb == "victim_review_opened":
        return Does.START, verb
    if reached_them(verb, facts, "victim_review_result"):
        return Does.KEEP, verb
    taken_back = verb == "victim_review_ended" and facts.get("result") == "withdrawn"
    return (Does.END, verb) if taken_back else NOTHING


RULES: Mapping[str, Callable[[str, Facts, Reading], Answer]] = {
    "first-contact": first_contact,
    "refer": refer,
    "iopc-referral": iopc_referral,
    "update": update,
    "outcome": outcome,
    "review-received": review_received,
    "review-done": review_done,
    "review-answer": review_answer,
    "vrr-acknowledge": vrr_acknowledge,
    "vrr-complete": vrr_complete,
}
