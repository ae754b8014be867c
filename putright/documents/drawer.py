"""Run by itself, in a process of its own that may hold little and do nothing else: make a picture of one page.

`python -I drawer.py pages FILE` prints how many pages a PDF or a TIFF has. `python -I drawer.py pdf|image FILE PAGE WIDTH` writes
a new picture to its output, made of the pixels alone: no metadata, nothing hidden behind them, only its first frame.
It imports nothing of ours, has no network to speak of, and dies at its limits; whoever started it says so plainly."""

import io
import resource
import sys

MEMORY, SECONDS, OPEN_FILES = 900 * 1024 * 1024, 12, 40
JPEG_QUALITY = 85
MOST_HIGH = 4  # times its width: a taller page is drawn smaller


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))


def count(path: str) -> bytes:
    from PIL import Image

    with open(path, "rb") as file:
        if file.read(4) in {b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"}:
            with Image.open(path) as image:
                return str(getattr(image, "n_frames", 1)).encode()
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return str(len(document)).encode()


def draw_pdf(path: str, page: int, width: int) -> bytes:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        sheet = document[page]
        across, down = sheet.get_size()
        scale = min(width / max(across, 1), MOST_HIGH * width / max(down, 1))
        image = sheet.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
    return saved(image)


def draw_image(path: str, page: int, width: int) -> bytes:
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None  # the caps were ours, at the door
    with Image.open(path) as image:
        if image.format == "JPEG":
            image.draft("RGB", (width, width))
        elif page:
            image.seek(page)
        image.thumbnail((width, MOST_HIGH * width))
        return saved(flat(ImageOps.exif_transpose(image)))


def flat(image):
    """Colours only, on white. A picture with holes in it is laid on paper."""
    from PIL import Image

    if image.mode in {"I;16", "I;16B", "I", "F"}:
        return image.convert("F").point(lambda value: value / 256).convert("L").convert("RGB")
    if "A" in image.mode or "transparency" in image.info:
        over = image.convert("RGBA")
        paper = Image.new("RGB", over.size, "white")
        paper.paste(over, mask=over.getchannel("A"))
        return paper
    return image.convert("RGB")


def saved(image) -> bytes:
    """A new picture of nothing but the pixels: made from their bytes, so that nothing else comes along."""
    from PIL import Image

    clean = Image.frombytes("RGB", image.size, image.tobytes())
    out = io.BytesIO()
    clean.save(out, "JPEG", quality=JPEG_QUALITY)
    return out.getvalue()


def main() -> None:
    what, path, *rest = sys.argv[1:]
    limit()
    if what == "pages":
        sys.stdout.buffer.write(count(path))
        return
    page, width = (int(number) for number in rest)
    sys.stdout.buffer.write((draw_pdf if what == "pdf" else draw_image)(path, page, width))


if __name__ == "__main__":
    main()
