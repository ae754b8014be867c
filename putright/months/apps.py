from django.apps import AppConfig


class Months(AppConfig):
    name = "putright.months"
