"""Letters no law asks for word by word: thanks, who we are, victims’ reviews, invitations. Their parts come from the schemes and
the offices' own documents named with each. No Django."""

from .parts import REACH, Kind, Part

DYFED_POWYS = "Dyfed-Powys decision of 20 October 2014: compliments"
ESSEX = "Essex review of March 2019: victim letters"
ESSEX_REVIEWS = "Essex review of March 2019: Victims’ Right to Review"
SCHEME = "Police VRR scheme"
CODE = "Code of Practice for Victims of Crime: right 12"
EXCELLENCE = "Hertfordshire customer service excellence case study: interviews in confidence"
SURVEY = "Hertfordshire service statement: survey"
FRAUD = "City of London Police notices on Report Fraud, December 2025"
OWN = "Our own promise"

APART = Part("apart", "Herts Police: a review is no complaint")
KINDS = (
    Kind(
        "thanks_told",
        (Part("who", DYFED_POWYS), REACH),
        asks=("told_whom",),
    ),
    Kind("thanks_officer", (Part("words", DYFED_POWYS), REACH), listed=False),
    Kind("thanks_supervisor", (Part("who", DYFED_POWYS), Part("words", DYFED_POWYS), REACH), listed=False),
    Kind(
        "fraud_journey",
        (Part("who", FRAUD), Part("us", OWN), Part("support", "Essex review of March 2019: fraud"), REACH),
    ),
    Kind(
        "introduction",
        (Part("us", ESSEX), Part("can", ESSEX), Part("rights", CODE), Part("support", OWN), REACH),
        once=("crime_reference",),
        optional=("crime_reference",),
    ),
    Kind(
        "victim_review_asked",
        (Part("request", SCHEME), Part("reviewer", ESSEX_REVIEWS), Part("when", SCHEME), APART, REACH),
        once=("crime_reference", "reviewer"),
        optional=("reviewer",),
    ),
    Kind(
        "victim_review_reviewer",
        (Part("reviewer", ESSEX_REVIEWS), Part("when", SCHEME), REACH),
        once=("crime_reference", "reviewer"),
    ),
    Kind(
        "victim_review_longer",
        (Part("why", SCHEME), Part("when", SCHEME), REACH),
        asks=("reasons", "new_date"),
        once=("crime_reference",),
    ),
    Kind(
        "victim_review_result",
        (
            Part("result", SCHEME),
            Part("reviewer", ESSEX_REVIEWS),
            Part("grounds", ESSEX_REVIEWS),
            Part("next", SCHEME, recalled=True),
            APART,
            REACH,
        ),
        asks=("reasons",),
        once=("crime_reference", "reviewer", "result"),
    ),
    Kind(
        "assessor",
        (
            Part("assessment", EXCELLENCE),
            Part("choice", EXCELLENCE, recalled=True),
            Part("private", EXCELLENCE),
            Part("reply", EXCELLENCE),
            REACH,
        ),
        asks=("visit",),
        once=("assessor",),
        optional=("visit",),
    ),
    Kind(
        "survey",
        (Part("reply", SURVEY), Part("choice", OWN), Part("private", OWN), REACH),
        once=("survey_link",),
    ),
    Kind("call_back", (Part("again", OWN), REACH), asks=("again",)),
)
