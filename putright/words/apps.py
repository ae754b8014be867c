from django.apps import AppConfig


class Words(AppConfig):
    name = "putright.words"
