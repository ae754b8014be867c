from django.apps import AppConfig


class Chasing(AppConfig):
    name = "putright.chasing"
