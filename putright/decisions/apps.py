from django.apps import AppConfig


class Decisions(AppConfig):
    name = "putright.decisions"
