"""Putright: the front door for police complaints in England and Wales.

The rooms in the order of the journey, as dotted paths below `putright`. A room looks back, never forward. A way in with
tables of its own is a small room inside `contacts`; its last word is its name everywhere else (app label, addresses)."""

ROOMS = (
    "law", "hiding", "people", "codes", "words", "cases", "passes", "invited", "accounts", "documents", "contacts",
    "contacts.channels.telephone", "contacts.channels.email", "contacts.channels.chat", "contacts.channels.counter",
    "contacts.channels.systems", "alike", "intelligence", "imports", "triage", "recovery", "interested", "paper", "allocation",
    "compared", "packs", "reviews", "clocks", "promises", "letterkinds", "letters", "review_letters", "outbox", "mailings",
    "messages", "chasing", "victims", "asking", "own_page", "questionnaires", "surveys", "campaigns", "quality", "scoring",
    "callbacks", "shopping", "charts", "facts", "measures", "reports", "learning", "forums", "warnings", "improvements",
    "excellence", "assessors", "workforce", "valued", "about_us", "decisions", "layouts", "months", "national", "publication",
    "diary", "days", "value", "staffing", "dashboards", "extracts", "lawbook", "desk", "portal", "rounds",
)  # fmt: skip
WITHOUT_TABLES = ("law", "hiding", "paper", "letterkinds")
