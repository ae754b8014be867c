"""Addresses of somebody's own page: no reference stands in one, and none says what it is about."""

from django.urls import path

from .pages import door, reading, staff, telling

app_name = "own_page"
urlpatterns = [
    path("your-page/", reading.home, name="home"),
    path("your-page/come-in/", door.come_in, name="come_in"),
    path("your-page/leave/", door.leave, name="leave"),
    path("your-page/print/", door.size, name="size"),
    path("your-page/link/", door.ask_link, name="ask_link"),
    path("your-page/link/<str:secret>/", door.link, name="link"),
    path("your-page/letters/<int:pk>/", reading.letter, name="letter"),
    path("your-page/letters/<int:pk>/pdf/", reading.letter_pdf, name="letter_pdf"),
    path("your-page/told/", reading.what_you_sent, name="what_you_sent"),
    path("your-page/files/<int:pk>/", reading.file, name="file"),
    path("your-page/write/", telling.write, name="write"),
    path("your-page/record/", telling.record, name="record"),
    path("your-page/withdraw/", telling.withdraw, name="withdraw"),
    path("your-page/how-it-is/", telling.feedback, name="feedback"),
    path("your-page/safe/", telling.safe, name="safe"),
    path("your-page/reading/", telling.choices, name="choices"),
    path("your-page/word/", telling.word, name="word"),
    path("your-page/details/", telling.details, name="details"),
    path("your-page/details/check/", telling.check_details, name="check_details"),
    path("staff/cases/<str:reference>/own-page/", staff.give, name="give"),
    path("staff/cases/<str:reference>/own-page/codes/<int:number>/", staff.end, name="end"),
    path("staff/cases/<str:reference>/own-page/asked/<int:number>/", staff.deal_with, name="deal_with"),
    path("staff/cases/<str:reference>/own-page/details/<int:number>/", staff.checked, name="checked"),
]
