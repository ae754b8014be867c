"""Our own caps. A scanner passed a bomb of 292 kB, so none of these is left to a scanner. Sizes are bytes."""

KIB, MIB = 1024, 1024 * 1024

MOST_BYTES = 256 * MIB  # one file: a quarter of an hour of a telephone's video
MOST_FILES = 20  # with one contact, from a screen
MOST_TOGETHER = 512 * MIB
LEAST_FREE = 1024 * MIB  # what must stay free on the disk: contacts come before files
LONGEST_NAME = 255  # bytes, shown or given to a browser
LONGEST_KEPT = 20_000  # characters of the name as it came

# Inside a file that holds others, however deep. All are counted as bytes come out, never read from a header.
MOST_DEEP = 3
MOST_INSIDE = 2_000
MOST_LISTED = 4 * MIB  # the list of contents at an archive's end
MOST_OPENED = 512 * MIB
FREE_OPENED = 8 * MIB  # below this nothing is too dense
MOST_DENSE = 120  # bytes out for each byte in

MOST_PIXELS = 250_000_000  # above: refused
MOST_DRAWN = 60_000_000  # above: kept, not shown
MOST_FRAMES = 2_000
MOST_PAGES = 3_000
PAGES_DRAWN = 200
TEXT_SHOWN = 200_000  # characters
