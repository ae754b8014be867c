from django.apps import AppConfig


class Counter(AppConfig):
    name = "putright.contacts.channels.counter"
