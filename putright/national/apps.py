from django.apps import AppConfig


class National(AppConfig):
    name = "putright.national"
