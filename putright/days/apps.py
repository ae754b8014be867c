from django.apps import AppConfig


class Days(AppConfig):
    name = "putright.days"
