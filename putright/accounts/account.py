"""A log-in as it is or would be."""

from dataclasses import asdict, dataclass

from putright.people.models import Handler, Team


@dataclass(frozen=True)
class Account:
    """A log-in as it is or would be. `team` is a slug; `managed_by` a handler's number."""

    name: str
    role: str
    team: str
    employer: str = "commissioner"
    directed_by: str = "commissioner"
    is_constable: bool = False
    collar_number: str = ""
    speaks_welsh: bool = False

    def columns(self) -> dict[str, object]:
        return asdict(self) | {"team": Team.objects.get(slug=self.team)}


def account_of(handler: Handler) -> Account:
    named = {field: getattr(handler, field) for field in Account.__dataclass_fields__ if field != "team"}
    return Account(team=handler.team.slug, **named)
