"""What the letters of a review need from it, by kind of letter, and the sentences that go with what was decided. No writes."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from putright.cases.models import Case
from putright.law.calendar import day_of
from putright.reviews import rules
from putright.reviews.models import Recommendation, Review
from putright.reviews.queries import application, findings
from putright.reviews.words import CAME_OF

NEXT = _(
    "We check whether it came in time and which body can look at it. Then somebody who had no part in your complaint decides."
)
REFUSED = {  # as it is said to whoever asked
    "no_right": _("The law gives no right to a review here."),
    "late": _("The law gives 28 days to ask. Your request came after that."),
    "form": _("Your request did not say everything that the law asks for."),
    "other": "",
}
NO_RIGHT = {
    "not_theirs": _("Only the person who made the complaint, or somebody they agreed to in writing, can ask for a review."),
    "too_early": _("You have not been told the result of the complaint yet. You can ask once you have."),
    "iopc": _("The IOPC looked into it itself, or said how it was to be done."),
    "accelerated": _("There is no final report yet. You can ask after it."),
    "outside": _("Your complaint was not recorded formally. You can ask for it to be recorded at any time."),
    "not_complaint": _("What you told us was found not to be a complaint under the law."),
}


def letter_values(case: Case, language: str) -> Mapping[str, Mapping[str, str]]:
    """What the letters of a review need from here, by kind of letter: days as 2026-03-27, the decision in that language, and
    words only in the language they were written in: a letter in another wants a person. The last review. Two queries."""
    review = Review.objects.filter(case=case).select_related("admitted_by").order_by("-number").first()
    if review is None:
        return {}
    items = list(review.recommendations.order_by("pk"))
    asked_on = application(review).made_on.isoformat()
    recommended, answer = _each(items, "words", language), _each(items, "answer", language)
    reasons = review.said.get("reasons", {}).get(language, "")
    sent = day_of(review.recommended_at).isoformat() if review.recommended_at else ""
    return {
        "review_received": {"asked_on": asked_on, "next_step": _said(NEXT, language)},
        "review_refused": {"asked_on": asked_on, "reasons": _why_not(review, language)},
        "review_forwarded": {"asked_on": asked_on, "right_body": _right_body(review)},
        "review_notice": {"asked_on": asked_on},
        "review_decision": {"decision": _decision(review, language), "reasons": reasons, "recommended": recommended},
        "recommendation": {"recommended": recommended, "reasons": reasons, "recommended_on": sent},
        "response_copy": {"recommended": recommended, "response": answer, "recommended_on": sent},
    }


def _each(items: Iterable[Recommendation], what: str, language: str) -> str:
    """Everything recommended, or answered, in that language; nothing while one of them is not in it."""
    said = [one.said.get(what, {}).get(language, "") for one in items]
    return "\n".join(said) if all(said) else ""


def _decision(review: Review, language: str) -> str:
    return _said(CAME_OF[review.outcome], language) if review.outcome else ""


def _right_body(review: Review) -> str:
    """Whose it was found to be; nothing where the policing body itself sends on what was found its own: a person says whom."""
    found = findings(review)["body"].conclusion
    ours = review.admitted_by is not None and review.admitted_by.directed_by == "commissioner"
    return "" if ours and found == rules.LPB else found


def _why_not(review: Review, language: str) -> str:
    """Why it was refused, as it is said to whoever asked: by the ground, what was found, and the reviewer’s own words. Nothing
    while those are in another language only."""
    own = review.said.get("because", {})
    if review.because and language not in own:
        return ""
    found = NO_RIGHT.get(findings(review)["right"].conclusion, "") if review.ground == "no_right" else ""
    said = (_said(REFUSED.get(review.ground, ""), language), _said(found, language), own.get(language, ""))
    return " ".join(one for one in said if one)


def _said(sentence: object, language: str) -> str:
    with override(language):
        return str(sentence)
