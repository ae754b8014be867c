"""Whether a target is met, and how a figure is written. No Django."""

from decimal import Decimal

MOST, LEAST = "most", "least"  # what the office wants: at most that, or at least


def met(value: Decimal | None, target: Decimal, way: str) -> bool | None:
    """None where the figure is not known."""
    if value is None:
        return None
    return value >= target if way == LEAST else value <= target


def written(value: Decimal) -> str:
    """12 and 12.5, never 12.0000."""
    text = f"{value.normalize():f}"
    whole, point, rest = text.partition(".")
    return f"{int(whole):,}{point}{rest}"


def said(value: Decimal, before: str, after: str) -> str:
    """With what stands before or after the number of its unit: £3.64, 50%. Two places for money unless it is whole."""
    if before and value != value.to_integral_value():
        return f"{before}{value:,.2f}{after}"
    return f"{before}{written(value)}{after}"


def per_thousand(number: int, employees: Decimal | None) -> Decimal | None:
    """For each thousand employees; None where it is not known how many there are."""
    return Decimal(number) * 1000 / employees if employees else None
