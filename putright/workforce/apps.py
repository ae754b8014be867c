from django.apps import AppConfig


class Workforce(AppConfig):
    name = "putright.workforce"
