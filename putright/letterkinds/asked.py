"""What each letter is called, and what is asked for it: each question once for every language, or once for all of them."""

from django.utils.translation import gettext_lazy as _

from design import fields
from design.datefield import DateField

from . import asking_ours
from .parts import IOPC, LPB

NAMES = {
    "acknowledgement": _("We have your message"),
    "thanks": _("Thank you for your thanks"),
    "outside": _("We will put it right without a formal record"),
    "recorded": _("Your complaint is recorded"),
    "not_complaint": _("This is not a complaint under the law"),
    "passed_on": _("We passed it on"),
    "referred": _("It was referred to the IOPC"),
    "subject_copy": _("A copy of the complaint for the officer"),
    "update": _("How things stand"),
    "meeting": _("Our record of a meeting"),
    "delay_notice": _("Notice that an investigation takes more than a year"),
    "withdrawal_query": _("Do you want to withdraw?"),
    "withdrawn": _("Your complaint is withdrawn"),
    "outcome": _("The result"),
    "findings": _("The result of a recorded complaint, point by point"),
    "no_action": _("Nothing more will be done"),
    "review_rights": _("Who can review the result"),
    "review_received": _("We have your request for a review"),
    "review_forwarded": _("We sent your request for a review to the right body"),
    "review_refused": _("We cannot do the review you asked for"),
    "review_notice": _("A review was asked for"),
    "review_decision": _("What the review decided"),
    "recommendation": _("What was recommended after a review"),
    "response_copy": _("The answer to what was recommended"),
    "page_code": _("A new code for your own page"),
    "question": _("A question with a link"),
    "question_again": _("The question again"),
    **asking_ours.NAMES,
}
ALL_NAMES = NAMES | {"text": _("A text message")}  # a text is no letter to choose here: putright/outbox/texting.py
QUESTIONS = {
    "grounds": (_("Why was this decided?"), _("Enter why it was decided, in plain words")),
    "progress": (_("What has been done so far?"), _("Enter what has been done so far")),
    "next_step": (_("What happens next?"), _("Enter what happens next")),
    "outcome": (_("What is the result?"), _("Enter the result")),
    "reasons": (_("How was it reached?"), _("Enter how the result was reached")),
    "change": (_("What has changed because of this?"), ""),
    "evidence": (_("What was looked at?"), _("Enter what was looked at")),
    "welfare": (_("Who can support the officer, and how are they reached?"), _("Enter who can support the officer")),
    "there": (_("Who was there?"), _("Enter who was there")),
    "said": (_("What was said?"), _("Enter what was said")),
    "agreed": (_("What will be done about their concerns?"), _("Enter what will be done about their concerns")),
    "notice": (_("When was the officer told in writing? If not yet, say so."), _("Enter when the officer was told in writing")),
    "estimate": (_("When is the report likely to be ready?"), _("Enter when the report is likely to be ready")),
    "delay_reason": (_("Why does it take so long?"), _("Enter why it takes so long")),
    "steps": (_("What will be done next?"), _("Enter what will be done next")),
    "decision": (_("What was decided?"), _("Enter what was decided")),
    "recommended": (_("What is recommended?"), _("Enter what is recommended")),
    "response": (_("What is the answer?"), _("Enter the answer")),
    **asking_ours.QUESTIONS,
}
YES_NO = [("yes", _("Yes, it is")), ("no", _("No, it is not"))]
HOW_WITHDRAWN = [
    ("signed", _("They signed that they withdraw it")),
    ("confirmed", _("We wrote to ask, and they confirmed it")),
    ("silent", _("We wrote to ask, and they did not answer in time")),
]
RIGHT_BODY = [(IOPC, _("The IOPC")), (LPB, _("The local policing body"))]
WHO_SHOWN = [("anonymous", _("No, it does not say who complained")), ("named", _("Yes, it may say who complained"))]
ONCE = {
    "met_on": lambda: DateField(_("When did you meet?"), past=True),
    "said_on": lambda: DateField(_("When did they say they do not want to go on?"), past=True),
    "withdrawn_on": lambda: DateField(_("When was it noted as withdrawn?"), past=True),
    "asked_on": lambda: DateField(_("When did the request for a review reach us?"), past=True),
    "recommended_on": lambda: DateField(_("When was it recommended?"), past=True),
    "referred_on": lambda: DateField(_("When was it referred?"), past=True, hint=_("Leave empty if you handed it over here.")),
    "how_withdrawn": lambda: fields.Radios(_("How was it withdrawn?"), HOW_WITHDRAWN),
    "investigated": lambda: fields.Radios(_("Is it being investigated?"), YES_NO, inline=True),
    "right_body": lambda: fields.Radios(_("Which body is the right one?"), RIGHT_BODY),
    "who_shown": lambda: fields.Radios(_("May the officer know who complained?"), WHO_SHOWN),
    "copy": lambda: fields.TextArea(
        _("The copy of the complaint"), rows=10, missing=_("Enter the copy of the complaint"),
        hint=_("As it is recorded. Take out what the officer may not see, such as names and addresses."),
    ),
    **asking_ours.ONCE,
}  # fmt: skip
PARTS = {
    **asking_ours.PARTS,
    "views": _("a question about how they want it handled"),
    "next": _("what happens next, and by when"),
    "later": _("that they may ask for a record at any time"),
    "reach": _("how to reach us"),
    "decision": _("what was decided"),
    "record": _("a copy of the record"),
    "grounds": _("why it was decided"),
    "passed": _("to whom it was passed"),
    "what": _("what was passed on"),
    "progress": _("what has been done"),
    "outcome": _("the result"),
    "review": _("who can review the result, and until when"),
    "copy": _("a copy of the complaint"),
    "welfare": _("who can support them"),
    "referred": _("that it was referred, and when"),
    "points": _("what was found on each thing alleged: choose its outcome on the case, and write why here"),
    "reasons": _("how it was reached"),
    "evidence": _("what was looked at"),
    "how": _("how to ask for a review"),
    "concerns": _("what will be done about their concerns"),
    "made": _("when the complaint was made"),
    "notice": _("when the officer was told in writing"),
    "estimate": _("when the report is likely to be ready"),
    "reason": _("why it takes so long"),
    "steps": _("what will be done next"),
    "asked": _("what was asked, and when"),
    "silence": _("what follows if they do not answer, and by when"),
    "consequence": _("what it means to withdraw"),
    "withdrawn": _("how it was withdrawn, and when"),
    "considered": _("what the review looks at"),
    "right_body": _("the right body"),
    "forwarded": _("when it was sent on"),
    "final": _("what comes after this"),
    "recommended": _("what was recommended"),
    "answer": _("by when an answer is due"),
    "response": _("the answer"),
    "code": _("a code, which only a letter by post may carry"),
    "question": _("our question"),
    "answering": _("how to answer"),
}
