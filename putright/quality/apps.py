from django.apps import AppConfig


class Quality(AppConfig):
    name = "putright.quality"
