from django.apps import AppConfig


class Intelligence(AppConfig):
    name = "putright.intelligence"
