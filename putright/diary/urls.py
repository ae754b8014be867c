from django.urls import path

from . import open_pages, pages

app_name = "diary"
urlpatterns = [
    path("staff/diary/", pages.diary, name="diary"),
    path("staff/diary/start/<slug:which>/", pages.start, name="start"),
    path("staff/diary/order/<slug:which>/", pages.read, name="read"),
    path("staff/diary/<int:pk>/", pages.one, name="one"),
    path("staff/diary/<int:pk>/publish/", pages.publish, name="publish"),
    path("staff/diary/<int:pk>/statement/", pages.write, name="write"),
    path("staff/diary/<int:pk>/sign/", pages.sign, name="sign"),
    path("figures/duties/", open_pages.duties_page, name="duties"),
    path("figures/duties.csv", open_pages.csv_page, name="csv"),
    path("figures/published/<int:pk>/", open_pages.paper, name="paper"),
    path("figures/published/<int:pk>.csv", open_pages.paper_csv, name="paper_csv"),
]
