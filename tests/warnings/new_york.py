"""A real city's casework by month: its working days are taken as Monday to Friday, since its holidays are not ours."""

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path

from putright.warnings import rules

FILE = Path(__file__).parent / "data" / "new_york_months.csv"


def series() -> dict[str, list[rules.Period]]:
    found: defaultdict[str, list[rules.Period]] = defaultdict(list)
    with FILE.open(encoding="utf-8") as opened:
        for row in csv.DictReader(opened):
            begins = date.fromisoformat(f"{row['month']}-01")
            until = rules.month_after(begins)
            days = sum(date.fromordinal(one).weekday() < 5 for one in range(begins.toordinal(), until.toordinal()))
            found[row["kind"]].append(rules.Period(begins, days, int(row["count"])))
    return dict(found)
