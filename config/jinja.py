"""The Jinja environment. (The design room's full one replaces this.)"""

from jinja2 import Environment


def environment(**options: object) -> Environment:
    return Environment(**options)
