from django.apps import AppConfig


class Rounds(AppConfig):
    name = "putright.rounds"
