from django.apps import AppConfig


class Forums(AppConfig):
    name = "putright.forums"
