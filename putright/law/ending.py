"""Does it stop, or pause, before its end? Withdrawal and suspension: CMR 2020 regs 38 to 41; ELPB 2012 reg 16(8).

Neither closes anything by itself: after either, the authority still decides whether the public interest needs it dealt
with (regs 38 and 41). A person decides.
"""

from datetime import date, timedelta

from putright.law.terms import HOLDS, Known, Question, Rows, Rule, Verdict, all_of, any_of, first_of, opposite, parts

_SINCE = date(2020, 2, 1)
REPLY_DAYS = 28
PANEL_REPLY_DAYS = 21


def _rule(id_: str, question: str, fact: str, source: str, *, recalled: bool = False) -> Rule:
    return Rule(id_, question, fact, f"CMR 2020 reg {source}", _SINCE, recalled=recalled)


def withdrawn(_question: Question, rows: Rows) -> Verdict:
    """Signed, or said without signing and then, after we wrote to ask, confirmed or left unanswered for 28 days.

    Anything that says they wish to go on ends it. Said but never asked about in writing: write first.
    """
    fact = parts(rows)
    asked = all_of(fact["said_they_withdraw"], fact["asked_in_writing"],
                   any_of(fact["confirmed_withdrawal"], fact["no_reply_in_28_days"]))
    gone = all_of(opposite(fact["wishes_to_go_on"]), any_of(fact["signed_withdrawal"], asked))
    unasked = all_of(opposite(fact["wishes_to_go_on"]), fact["said_they_withdraw"], opposite(fact["asked_in_writing"]))
    return first_of((Known.NO, "carry_on", fact["wishes_to_go_on"]), (Known.YES, "withdrawn", gone),
                    (Known.NO, "write_and_ask", unasked), (Known.NO, "carry_on", HOLDS))


WITHDRAWAL = Question("withdrawal", (
    _rule("WDR-1", "withdrawal", "signed_withdrawal", "38"),
    _rule("WDR-2", "withdrawal", "said_they_withdraw", "39"),
    _rule("WDR-3", "withdrawal", "asked_in_writing", "39"),
    _rule("WDR-4", "withdrawal", "confirmed_withdrawal", "39(4)(a)", recalled=True),
    _rule("WDR-5", "withdrawal", "no_reply_in_28_days", "39(4)(b)"),
    _rule("WDR-6", "withdrawal", "wishes_to_go_on", "39"),
), decide=withdrawn, also_means=("carry_on", "withdrawn", "write_and_ask"))


def suspended(_question: Question, rows: Rows) -> Verdict:
    """It may wait while criminal proceedings it would prejudice go on. Once they end, ask whether they wish to go on.

    They wish it: resume. No reply in 28 days: decide whether the public interest needs it (reg 41).
    """
    fact = parts(rows)
    waiting = all_of(fact["criminal_proceedings"], fact["would_prejudice_them"])
    over = all_of(waiting, fact["proceedings_ended"])
    return first_of(
        (Known.YES, "may_suspend", all_of(waiting, opposite(fact["proceedings_ended"]))),
        (Known.NO, "resume", all_of(over, fact["wishes_to_go_on"])),
        (Known.NO, "decide_public_interest", all_of(over, fact["no_reply_after_proceedings"])),
        (Known.NO, "write_and_ask", over),
        (Known.NO, "carry_on", HOLDS),
    )


SUSPENSION = Question("suspension", (
    _rule("SUS-1", "suspension", "criminal_proceedings", "40"),
    _rule("SUS-2", "suspension", "would_prejudice_them", "40", recalled=True),
    _rule("SUS-3", "suspension", "proceedings_ended", "41"),
    _rule("SUS-4", "suspension", "wishes_to_go_on", "41"),
    _rule("SUS-5", "suspension", "no_reply_after_proceedings", "41(4)(b)"),
), decide=suspended, also_means=("may_suspend", "resume", "decide_public_interest", "write_and_ask", "carry_on"))


def presumed_from(letter_sent_on: date, *, panel: bool = False) -> date:
    """The first day on which no reply counts: after 28 days starting the day after the letter (regs 39(4)(b), 41(4)(b)).

    For a complaint about the commissioner, which the panel handles, 21 days (ELPB 2012 reg 16(8)).
    """
    return letter_sent_on + timedelta(days=(PANEL_REPLY_DAYS if panel else REPLY_DAYS) + 1)
