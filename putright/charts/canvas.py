"""The few shapes a drawing is made of. Everything written is escaped; styles are attributes, as our policy for styles asks."""

from hashlib import sha256

from markupsafe import Markup

from .shapes import Paper

# Ink, line, fill and ground: far enough apart in lightness to be told apart in grey.
INK, MUTED, GRID, LINE, PALE, GROUND = "#17242b", "#4a575e", "#c4c9c9", "#0f5257", "#d6e5e4", "#ffffff"
LETTERS = 14  # px
FAMILY = "Atkinson Hyperlegible Next, arial, sans-serif"


def shape(name: str, inside: str = "", /, **attributes: object) -> Markup:
    """One element. `stroke_width=2` becomes stroke-width="2"."""
    written = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items()
    )
    return Markup("<{0}{1}>{2}</{0}>").format(name, written, inside)


class Canvas:
    """A drawing `height` px high. Across, places are parts of the whole from 0 to 1."""

    def __init__(self, height: float, paper: Paper) -> None:
        self.height, self.paper = height, paper
        self.shapes: list[Markup] = [shape("rect", x=0, y=0, width="100%", height="100%", fill=GROUND)]

    def across(self, part: float) -> str:
        return f"{part * self.paper.width:.1f}" if self.paper.width else f"{part * 100:.2f}%"

    def line(self, start: tuple[float, float], end: tuple[float, float], **how: object) -> None:
        place = {
            "x1": self.across(start[0]),
            "y1": round(start[1], 1),
            "x2": self.across(end[0]),
            "y2": round(end[1], 1),
        }
        self.shapes.append(shape("line", **{"stroke": INK, **place, **how}))

    def box(self, place: tuple[float, float], size: tuple[float, float], fill: str, **how: object) -> None:
        given = {
            "x": self.across(place[0]),
            "y": round(place[1], 1),
            "width": self.across(size[0]),
            "height": round(size[1], 1),
        }
        self.shapes.append(shape("rect", fill=fill, **given, **how))

    def text(
        self, place: tuple[float, float], words: str, anchor: str = "start", fill: str = INK, **how: object
    ) -> None:
        given = {
            "x": self.across(place[0]),
            "y": round(place[1], 1),
            "text_anchor": anchor,
            "fill": fill,
            "font_size": LETTERS,
        }
        self.shapes.append(shape("text", words, **given, **how))

    def dot(self, place: tuple[float, float], words: str, *, flagged: bool = False) -> None:
        """A round point, or a larger hollow diamond for one that is flagged. `words` come up when it is pointed at."""
        told = shape("title", words)
        x, y = self.across(place[0]), round(place[1], 1)
        if not flagged:
            self.shapes.append(shape("circle", told, cx=x, cy=y, r=3, fill=LINE))
            return
        inside = shape("path", told, d="M0 -8L8 0L0 8L-8 0Z", fill=GROUND, stroke=INK, stroke_width=3)
        self.shapes.append(shape("svg", inside, x=x, y=y, width=1, height=1, overflow="visible"))

    def drawn(self, title: str, about: str) -> Markup:
        """The whole, as one picture with a name and a description."""
        body = Markup("").join(self.shapes)
        key = sha256(f"{title}{about}{body}".encode()).hexdigest()[:10]
        words = shape("title", title, id=f"chart-{key}") + shape("desc", about, id=f"about-{key}")
        size: dict[str, object] = {"width": "100%", "height": round(self.height)}
        if self.paper.width:
            size = {
                "viewBox": f"0 0 {self.paper.width} {round(self.height)}",
                "width": self.paper.width,
                "height": round(self.height),
            }
        named = {"role": "img", "aria_labelledby": f"chart-{key}", "aria_describedby": f"about-{key}"}
        return shape("svg", words + body, xmlns="http://www.w3.org/2000/svg", font_family=FAMILY, **named, **size)
