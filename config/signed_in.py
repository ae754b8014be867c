"""Who is signed in, read with who they are: every staff page needs both, so both come by one query."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser

from putright.people.queries import working


class Backend(AuthenticationBackend):
    def get_user(self, user_id: int) -> AbstractBaseUser | None:
        """A log-in of nobody who works here is read by itself: the gates say what becomes of it."""
        handler = working(user_id)
        if handler is None:
            return super().get_user(user_id)
        handler.user.works_as = handler
        return handler.user
