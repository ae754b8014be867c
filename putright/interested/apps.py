from django.apps import AppConfig


class Interested(AppConfig):
    name = "putright.interested"
