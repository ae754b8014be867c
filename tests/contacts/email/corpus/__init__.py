"""Messages made by hand, each to be hard to read in one way, with what must become of it."""

from . import bombs, enclosed, encodings, heads, laid_out, machines, shapes

FOLDERS = {
    "bombs": bombs, "enclosed": enclosed, "encodings": encodings, "heads": heads, "laid_out": laid_out, "machines": machines,
    "shapes": shapes,
}  # fmt: skip
HAZARDS = [hazard for folder in FOLDERS.values() for hazard in folder.HAZARDS]
