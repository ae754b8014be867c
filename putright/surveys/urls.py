from django.urls import path

from .pages import figures, public, staff, surveys, typing

app_name = "surveys"
urlpatterns = [
    path("survey/", public.enter, name="enter"),
    path("survey/thank-you/", public.thanks, name="thanks"),
    path("survey/<str:secret>/", public.answer, name="answer"),
    path("staff/surveys/", surveys.everything, name="all"),
    path("staff/surveys/settings/", surveys.settings, name="settings"),
    path("staff/surveys/to-read/", staff.to_read, name="to_read"),
    path("staff/surveys/paper/", typing.paper, name="paper"),
    path("staff/surveys/paper/type/", typing.type_in, name="type_in"),
    path("staff/surveys/paper/<int:pk>/", typing.against, name="against"),
    path("staff/surveys/answers/<int:pk>/", staff.read, name="read"),
    path("staff/surveys/<slug:slug>/", surveys.one, name="one"),
    path("staff/surveys/<slug:slug>/results/", figures.figures, name="results"),
    path("staff/surveys/<slug:slug>/version/<int:number>/beside/<int:other>/", surveys.compare, name="compare"),
    path("staff/cases/<str:reference>/survey/", staff.send, name="send"),
    path("staff/cases/<str:reference>/survey/phone/", staff.phone, name="phone"),
    path("staff/cases/<str:reference>/survey/wish/", staff.wish, name="wish"),
    path("staff/cases/<str:reference>/survey/<int:pk>/back/", staff.take_back, name="take_back"),
]
