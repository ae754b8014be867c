from django.apps import AppConfig


class Contacts(AppConfig):
    name = "putright.contacts"
