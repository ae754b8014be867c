from django.urls import path

from . import pages, writing

app_name = "value"
urlpatterns = [
    path("staff/value/", pages.money, name="money"),
    path("staff/value/<int:year>/", pages.year, name="year"),
    path("staff/value/worked-again/", pages.worked_again, name="worked_again"),
    path("staff/value/rates/", pages.rates, name="rates"),
    path("staff/value/rates/new/", writing.set_rate, name="set_rate"),
    path("staff/value/measured/<int:number>/", writing.take_measured, name="take_measured"),
    path("staff/value/before-and-after/", pages.before, name="before"),
    path("staff/value/before-and-after/new/", writing.set_before, name="set_before"),
    path("staff/value/benefits/", pages.benefits, name="benefits"),
    path("staff/value/benefits/new/", writing.set_benefit, name="set_benefit"),
    path("staff/value/benefits/<int:number>/", writing.benefit, name="benefit"),
]
