from django.apps import AppConfig


class Victims(AppConfig):
    name = "putright.victims"
