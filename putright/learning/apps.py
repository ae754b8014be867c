from django.apps import AppConfig


class Learning(AppConfig):
    name = "putright.learning"
