"""The words of this room: what each code is called on a page."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy as pgettext

from putright.law import words as law

from . import rules

ANSWERS = {
    "yes": pgettext("answer to a fact", "Yes"), "no": pgettext("answer to a fact", "No"),
    "not_known": pgettext("answer to a fact", "Not known"),
}  # fmt: skip
QUESTIONS = {
    "right": _("Is there a right to a review?"),
    "body": _("Is it for the local policing body?"),
    "time": _("Is it in time?"),
    "form": _("Is everything there that it must say?"),
}
CONCLUSIONS = {
    "not_theirs": _("Only the person who complained, or somebody acting for them, may ask for a review."),
    "too_early": _("The outcome has not been given yet. They may ask once it has."),
    "iopc": _("The IOPC investigated it or directed the investigation, so there is no review of this kind."),
    "accelerated": _("There is only a special accelerated report so far. They may ask after a further report."),
    "outside": _("It was dealt with outside Schedule 3, so there is no review. They may ask for it to be recorded."),
    "not_complaint": _("It was found not to be a complaint, so there is no review."),
    "not_begun": _("They were never told of their right to a review in writing, so the time has not begun."),
    "no_day": _("The day they were told of their right to a review is not known yet."),
    "in_time": _("It came in time."),
    "late": _("It came too late. Special circumstances may make it just to hear it all the same."),
    "extended": _("It came late, and more time was given because special circumstances make it just."),
    "whole": _("Everything it must say is there, or was let go."),
    "not_whole": _("Something is missing. Ask for it, or let it go."),
}
BODIES = {"iopc": _("The IOPC reviews it."), "local_policing_body": _("The local policing body reviews it.")}
LINES = {
    "who": _("Was it asked for by the person who complained, or for them?"),
    "made_on": _("It counts as made on"),
    "with_wrong_body": _("Days with the wrong body do not count, from"),
    "last_day": _("In time by the last day to ask, which is"),
    "not_begun": _("The time has not begun"),
    "no_day": _("The day they were told is known"),
    "extended": _("More time was given for special circumstances"),
    "writing": _("In writing"),
    "details": _("The details of the complaint"),
    "complained_on": _("The day the complaint was made"),
    "decision_of": _("The force or body whose decision it is"),
    "given_on": _("The day they were told of their right to a review"),
}
STAGES = {
    rules.ASKED: _("To be checked"),
    rules.LOOKED_AT: _("Being looked at"),
    rules.DECIDED: _("Decided, to be finished"),
    rules.WAITING: _("Waiting for the authority to answer"),
    rules.ANSWERED: _("Answered, to be finished"),
    rules.FINISHED: _("Finished"),
}
ADMITTED = {
    rules.ACCEPTED: _("Accept it"),
    rules.REFUSED: _("Refuse it"),
    rules.FORWARDED: _("Send it on to the right body"),
}
CAME_OF = {
    rules.ACCEPTED: _("Accepted"),
    rules.REFUSED: _("Refused"),
    rules.FORWARDED: _("Sent on to the right body"),
    rules.WITHDRAWN: _("Withdrawn"),
    rules.UPHELD: _("Upheld: the outcome was not reasonable and proportionate"),
    rules.NOT_UPHELD: _("Not upheld: the outcome was reasonable and proportionate"),
}
GROUNDS = {
    "no_right": _("There is no right to a review"),
    "late": _("It came too late"),
    "form": _("What it must say is not there"),
    "other": _("Another reason"),
}
WHO = {
    "complainant": _("The person who complained"),
    "for_them": _("Somebody acting for them, with their written consent"),
    "somebody_else": _("Somebody else"),
    "not_known": _("Not known"),
}
HANDLED = {
    rules.INVESTIGATED: _("Recorded, and investigated by the force itself"),
    rules.OTHERWISE: _("Recorded, and dealt with in another way than by investigation"),
    "iopc": _("Investigated by the IOPC, or by its direction"),
    "accelerated": _("Only a special accelerated report so far"),
    "outside": _("Not recorded: dealt with outside Schedule 3"),
    "not_complaint": _("Found not to be a complaint"),
    "not_known": _("Not known"),
}
OF = {"complainant": _("The person who complained"), "authority": _("The force")}
INTERESTED = _("Interested person")
WHOM = {
    "authority": _("The force"),
    "complainant": _("The person who complained"),
    "interested": INTERESTED,
    "subject": _("Whoever is complained of"),
}
LEFT = {
    "notice_authority": _("Tell the force of the review."),
    "notice_interested": _("Tell the interested persons of the review."),
    "notice_subject": _("Tell whoever is complained of, or say why not."),
    "copy_complainant": _("Send the person who complained a copy of the recommendation and the answer."),
    "copy_interested": _("Send the interested persons copies."),
    "copy_subject": _("Send whoever is complained of a copy, or say why not."),
}
DEEDS = {
    "admit": (_("Decide whether we review it"), _("Decide")),
    "learn": (_("Change what is known"), _("Keep it")),
    "request": (_("Ask for information"), _("Write it down")),
    "came": (_("The information came"), _("Write it down")),
    "extend": (_("Give more time to ask"), _("Give more time")),
    "waive": (_("Let a fault in the form go"), _("Let it go")),
    "withdraw": (_("They no longer want it"), _("Write it down")),
    "notify": (_("Say who is told of the review"), _("Write it down")),
    "point": (_("Look at a point they make"), _("Keep the point")),
    "decide": (_("Decide the review"), _("Decide")),
    "recommend": (_("Recommend something"), _("Recommend it")),
    "answered": (_("The force answered"), _("Keep the answer")),
    "remind": (_("Remind the force"), _("Write it down")),
    "longer": (_("Give the force longer to answer"), _("Give longer")),
    "copy": (_("Say who is sent copies"), _("Write it down")),
    "finish": (_("Finish the review"), _("Finish it")),
}
STATES = {
    "open": _("Open"),
    "waiting": _("Waiting for the authority to answer"),
    "late": _("The authority is late"),
    "finished": _("Finished"),
}
LETTERS = {
    rules.ASKED: ("review_received",),
    rules.LOOKED_AT: ("review_received", "review_notice"),
    rules.DECIDED: ("review_notice", "review_decision"),
    rules.WAITING: ("review_decision", "recommendation"),
    rules.ANSWERED: ("response_copy",),
}
AFTER = {
    rules.FORWARDED: ("review_forwarded",), rules.REFUSED: ("review_refused",),
    rules.ACCEPTED: ("review_decision", "response_copy"),
}  # fmt: skip
LETTER_NAMES = {
    "review_received": _("Say that the application came"),
    "review_forwarded": _("Say that it was sent on, and to whom"),
    "review_refused": _("Say that we cannot review it, and why"),
    "review_notice": _("Tell the force, interested persons and whoever is complained of"),
    "review_decision": _("Say what the review decided"),
    "recommendation": _("Send the recommendation"),
    "response_copy": _("Send copies of the recommendation and the answer"),
}


def line(code: str, language: str) -> str:
    """What a row of a finding asks: ours, or the law’s own words."""
    return str(LINES[code]) if code in LINES else law.fact_question(code, language)


def conclusion(code: str) -> str:
    return str(BODIES.get(code) or CONCLUSIONS.get(code, ""))


def letters(stage: str, admitted: str) -> tuple[str, ...]:
    """The letters that go with where it stands."""
    return AFTER.get(admitted, ()) if stage == rules.FINISHED else LETTERS[stage]


WRITES = _("Their letters are written by themselves. Where no address is held, the case says which still wait.")
KEPT_ON_THE_CASE = _("Interested persons are those written down on the case who agreed to be told. Add anybody else there first.")
NOTES = {
    "extend": (
        _("Only where special circumstances make it just to let a late application be heard (CMR 2020 reg 29(4))."),
    ),
    "waive": (_("The review may go on although something is missing from the application (CMR 2020 reg 29(6))."),),
    "request": (_("Ask for what the review needs (CMR 2020 reg 29(7))."),),
    "notify": (
        _("The force, interested persons and whoever is complained of must be told (PRA 2002 Sch 3 paras 6A(3) and 25(1C))."),
        WRITES, KEPT_ON_THE_CASE,
    ),
    "point": (
        _("The test is whether the outcome was reasonable and proportionate. The review does not deal with the complaint again."),
    ),
    "recommend": (
        _("We recommend; the force decides. It has 28 days from the day after to accept with the steps, or refuse with the"
          " reasons (CMR 2020 reg 30)."),
    ),
    "longer": (_("The time to answer may be made longer (CMR 2020 reg 30(6))."),),
    "copy": (
        _("The person who complained, interested persons and whoever is complained of are sent the recommendation and the"
          " answer; whoever is complained of may be left out where it would do harm (CMR 2020 reg 30(7))."),
        WRITES, KEPT_ON_THE_CASE,
    ),
    "finish": (_("Everything is decided and told. Nothing more can be written on this review."),),
}  # fmt: skip
