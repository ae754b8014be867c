"""The mark of one press: a hidden value in a form, another one each time the page is drawn."""

import secrets

from markupsafe import Markup


def press_input() -> Markup:
    return Markup('<input type="hidden" name="press" value="{}">').format(secrets.token_hex(16))
