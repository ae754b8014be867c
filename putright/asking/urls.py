from django.urls import path

from .pages import meetings, public, questions, steps

app_name = "asking"
urlpatterns = [
    path("answer/thank-you/", public.thanks, name="thanks"),
    path("answer/<str:secret>/", public.answer, name="answer"),
    path("staff/waiting/", questions.waiting, name="waiting"),
    path("staff/first-steps/", steps.steps, name="steps"),
    path("staff/first-steps/add/", steps.add_step, name="add_step"),
    path("staff/first-steps/<int:pk>/end/", steps.end_step, name="end_step"),
    path("staff/cases/<str:reference>/questions/new/", questions.ask, name="ask"),
    path("staff/cases/<str:reference>/questions/<int:pk>/let-go/", questions.let_go, name="let_go"),
    path("staff/cases/<str:reference>/questions/<int:pk>/take-over/", questions.take_over, name="take_over"),
    path("staff/cases/<str:reference>/replies/<int:number>/read/", questions.read, name="read"),
    path("staff/cases/<str:reference>/meetings/new/", meetings.meeting, name="meeting"),
    path("staff/cases/<str:reference>/meetings/<int:pk>/", meetings.arrange, name="arrange"),
    path("staff/cases/<str:reference>/meetings/<int:pk>/became/", meetings.became, name="became"),
]
