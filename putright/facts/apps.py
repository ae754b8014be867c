from django.apps import AppConfig


class Facts(AppConfig):
    name = "putright.facts"
