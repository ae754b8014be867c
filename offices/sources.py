"""Where a datum of a pack may come from."""

from typing import Literal

SOURCES = {
    "S0": "Hertfordshire: customer service excellence case study",
    "S1": "Hertfordshire: Complaint Resolution Team service statement",
    "S2": "Cleveland: Resolution Team award news",
    "S3": "Dyfed-Powys: decision report on the joint Customer Relations Team, 20 October 2014",
    "S4": "Essex Police: review of the Quality of Service Team, March 2019",
    "law": "statute or regulations, cited beside the datum",
    "website": "a public body's own website, named beside the datum",
    "recalled": "general knowledge that no stored source confirms: check before relying on it",
    "office": "the office itself, by two people, on the screen for it",
    "demonstration": "our own choice, so that the demonstration has something to show",
}
Source = Literal["S0", "S1", "S2", "S3", "S4", "law", "website", "recalled", "demonstration", "office"]
