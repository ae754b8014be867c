from django.urls import path

from . import alike, pages
from .often import pages as often
from .people import pages as people

app_name = "desk"
urlpatterns = [
    path("staff/", pages.home, name="home"),
    path("staff/my-work/", pages.work, name="work"),
    path("staff/coming-in/", pages.coming_in, name="coming_in"),
    path("staff/more/", pages.more, name="more"),
    path("staff/find/", pages.find, name="search"),
    path("staff/cases/<str:reference>/", pages.case, name="case"),
    path("staff/cases/<str:reference>/alike/", alike.alike, name="alike"),
    path("staff/people/rules/", people.rules, name="people_rules"),
    path("staff/people/often/", often.now, name="often"),
    path("staff/people/often/from/", often.define, name="often_from"),
    path("staff/people/often/<int:year>/<int:month>/", often.often, name="often_in"),
    path("staff/people/<int:pk>/", people.person, name="person"),
    path("staff/people/<int:pk>/same/<int:number>/", people.compared, name="person_same"),
    path("staff/people/<int:pk>/part/<int:number>/", people.parted, name="person_part"),
    path("staff/people/<int:pk>/plan/", people.plan, name="person_plan"),
    path("staff/people/<int:pk>/plan/end/", people.end_plan, name="person_plan_end"),
    path("staff/people/<int:pk>/born/", people.born, name="person_born"),
]
