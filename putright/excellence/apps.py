from django.apps import AppConfig


class Excellence(AppConfig):
    name = "putright.excellence"
