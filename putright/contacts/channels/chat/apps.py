from django.apps import AppConfig


class Chat(AppConfig):
    name = "putright.contacts.channels.chat"
