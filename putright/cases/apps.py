from django.apps import AppConfig


class Cases(AppConfig):
    name = "putright.cases"
