from django.apps import AppConfig


class Telephone(AppConfig):
    name = "putright.contacts.channels.telephone"
