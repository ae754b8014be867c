from django.apps import AppConfig


class Systems(AppConfig):
    name = "putright.contacts.channels.systems"
