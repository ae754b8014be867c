"""Addresses of the month's sample."""

from django.urls import path

from .pages import drawn, looking, setting

app_name = "quality"
urlpatterns = [
    path("staff/sample/", looking.mine, name="mine"),
    path("staff/sample/<int:pk>/", looking.one, name="one"),
    path("staff/sample/findings/", looking.findings, name="findings"),
    path("staff/sample/findings/<int:pk>/", looking.finding, name="finding"),
    path("staff/sample/draws/", drawn.draws, name="draws"),
    path("staff/sample/draws/<int:pk>/", drawn.draw, name="draw"),
    path("staff/sample/draws/<int:pk>/record.json", drawn.record, name="record"),
    path("staff/sample/draws/<int:pk>/again/", drawn.again, name="again"),
    path("staff/sample/trend/", drawn.trend, name="trend"),
    path("staff/sample/agreement/", drawn.agreement, name="agreement"),
    path("staff/sample/lists/", setting.all_lists, name="lists"),
    path("staff/sample/lists/drawing/", setting.setting, name="setting"),
    path("staff/sample/lists/<slug:which>/new/", setting.new_item, name="new_item"),
    path("staff/sample/lists/<slug:which>/<slug:code>/", setting.item, name="item"),
]
