"""Why the law room refuses: each refusal is named, and its text is a plain sentence in both languages."""

from __future__ import annotations

from datetime import date


class LawRefused(ValueError):
    """Something was asked that cannot be answered. `en` and `cy` say what is wrong and how to mend it."""

    def __init__(self, en: str, cy: str) -> None:
        super().__init__(en)
        self.en = en
        self.cy = cy


class UnknownFact(LawRefused):
    def __init__(self, fact: str, nearest: str) -> None:
        self.fact, self.nearest = fact, nearest
        super().__init__(
            f"There is no fact called “{fact}”. The nearest is “{nearest}”.",
            f"Nid oes ffaith o’r enw “{fact}”. Yr agosaf yw “{nearest}”.",
        )


class UnknownAnswer(LawRefused):
    def __init__(self, fact: str, answer: str, nearest: str) -> None:
        self.fact, self.answer, self.nearest = fact, answer, nearest
        super().__init__(
            f"“{answer}” is not an answer to “{fact}”. Write yes, no or not_known. The nearest is “{nearest}”.",
            f"Nid yw “{answer}” yn ateb i “{fact}”. Ysgrifennwch yes, no neu not_known. Yr agosaf yw “{nearest}”.",
        )


class UnknownQuestion(LawRefused):
    def __init__(self, question: str, nearest: str) -> None:
        self.question, self.nearest = question, nearest
        super().__init__(
            f"There is no question called “{question}”. The nearest is “{nearest}”.",
            f"Nid oes cwestiwn o’r enw “{question}”. Yr agosaf yw “{nearest}”.",
        )


class UnknownPromise(LawRefused):
    def __init__(self, promise: str, nearest: str) -> None:
        self.promise, self.nearest = promise, nearest
        super().__init__(
            f"There is no promise called “{promise}”. The nearest is “{nearest}”.",
            f"Nid oes addewid o’r enw “{promise}”. Yr agosaf yw “{nearest}”.",
        )


class BeyondCalendar(LawRefused):
    """The bank holidays of that day are not known to us, so no working day is guessed."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        super().__init__(
            f"We hold the bank holidays of England and Wales from {first.year} to {last.year} only, so we cannot count"
            " working days outside those years. Add the official list for the missing year.",
            f"Dim ond gwyliau banc Cymru a Lloegr o {first.year} i {last.year} sydd gennym, felly ni allwn gyfrif"
            " diwrnodau gwaith y tu allan i’r blynyddoedd hynny. Ychwanegwch y rhestr swyddogol ar gyfer y flwyddyn goll.",
        )


class NotAMoment(LawRefused):
    """A date or time that cannot be read, does not exist in London, or does not say which clock it was read from."""
