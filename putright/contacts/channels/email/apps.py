from django.apps import AppConfig


class Email(AppConfig):
    name = "putright.contacts.channels.email"
