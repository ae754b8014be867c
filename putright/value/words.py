"""What the kinds of figures, the ranks and the verdicts are called."""

from django.utils.translation import gettext_lazy as _

from .rules import Said, Verdict

COST, HOUR, MINUTES, SHARE, BENCHMARK = "cost", "hour", "minutes", "share", "benchmark"
POUNDS = frozenset({COST, HOUR, BENCHMARK})
CONSTABLE = "constable"
KINDS = {
    COST: _("What the team costs in a year, in pounds"),
    HOUR: _("What an officer’s hour costs, in pounds"),
    MINUTES: _("Officer minutes assumed to be saved by each contact put right"),
    SHARE: _("How much of the team’s time goes to contacts, in 100"),
    BENCHMARK: _("What a contact is said to cost elsewhere, in pounds"),
}
RANKS = {
    CONSTABLE: _("Constable"), "sergeant": _("Sergeant"), "inspector": _("Inspector"),
    "chief-inspector": _("Chief inspector"), "staff": _("Police staff"),
}  # fmt: skip
SAID = {Said.EXACTLY: _("Exactly this"), Said.ABOUT: _("“About” or “around”"), Said.OVER: _("“Over” or “more than”")}
VERDICTS = {
    Verdict.OK: _("Agrees"), Verdict.ROUNDS: _("Agrees only when rounded more than it was printed"),
    Verdict.INCONSISTENT: _("Does not agree"), Verdict.NOT_KNOWN: _("Cannot be checked: a number is missing"),
}  # fmt: skip
