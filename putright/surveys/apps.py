from django.apps import AppConfig


class Surveys(AppConfig):
    name = "putright.surveys"
