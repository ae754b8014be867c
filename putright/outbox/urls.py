from django.urls import path

from . import pages, print_pages

app_name = "outbox"
urlpatterns = [
    path("staff/outbox/", pages.outbox, name="outbox"),
    path("staff/outbox/to-print/", print_pages.queue, name="queue"),
    path("staff/outbox/batches/<int:pk>/", print_pages.batch, name="batch"),
    path("staff/outbox/batches/<int:pk>/letters.pdf", print_pages.sheets, name="sheets"),
    path("staff/outbox/batches/<int:pk>/printed/", print_pages.printed, name="printed"),
    path("staff/outbox/texts/", print_pages.template, name="template"),
    path("staff/letters/<int:pk>/", pages.one, name="one"),
    path("staff/letters/<int:pk>/told/", pages.settle, name="settle"),
    path("staff/letters/<int:pk>/pull-back/", pages.pull_back, name="pull_back"),
    path("staff/letters/<int:pk>/other-way/", pages.other_way, name="other_way"),
    path("staff/cases/<str:reference>/text/", pages.text, name="text"),
    path("staff/cases/<str:reference>/hold-back/", pages.withhold, name="withhold"),
    path("staff/cases/<str:reference>/hold-back/<int:pk>/", pages.agree, name="agree"),
    path("staff/cases/<str:reference>/name-another/", pages.mention, name="mention"),
]
