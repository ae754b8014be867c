from django.apps import AppConfig


class OwnPage(AppConfig):
    name = "putright.own_page"
