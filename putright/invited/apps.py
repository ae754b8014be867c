from django.apps import AppConfig


class Invited(AppConfig):
    name = "putright.invited"
