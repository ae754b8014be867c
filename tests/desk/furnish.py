"""A case with everything on it: two contacts, two allegations, an officer, a decision, an attempt, letters, clocks."""

from datetime import timedelta

from putright.cases.actions import allege, name_officer, note, spoke, take, wall_off
from putright.cases.models import Case
from putright.letters.actions import make, send
from putright.recovery.actions import hear, offer
from putright.triage import actions as triage
from tests.make import people
from tests.make.contacts import contact
