"""The size of a picture, read by Pillow from its header, and what its data really holds, by a counter of our own.

Nothing is decoded here: that is done in a process of its own, within limits (drawer.py)."""

import warnings
import zlib
from pathlib import Path
from typing import IO

from PIL import Image, UnidentifiedImageError

from ..limits import MOST_DRAWN, MOST_FRAMES, MOST_PIXELS
from .finding import Finding

OPENS = {"jpeg": "JPEG", "png": "PNG", "gif": "GIF", "tiff": "TIFF", "bmp": "BMP", "webp": "WEBP", "avif": "AVIF"}
WRONG = (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, KeyError, zlib.error, MemoryError)
STEP = 64 * 1024
PNG_START, PNG_HEADER = 8, 8
GIF_BLOCK, GIF_PICTURE, GIF_MORE = 0x3B, 0x2C, 0x21


def judged(path: Path, kind: str) -> Finding:
    found = Finding(kind)
    with path.open("rb") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        limit, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None  # the caps here are ours
        try:
            with Image.open(file, formats=[OPENS[kind]]) as image:
                width, height = image.size
        except WRONG:
            return found.warned("damaged")
        finally:
            Image.MAX_IMAGE_PIXELS = limit
        if width * height > MOST_PIXELS or too_much(file, kind, width, height):
            return found.refused("pixels")
    if width * height > MOST_DRAWN and kind != "jpeg":  # a JPEG is read at a smaller scale
        return found.warned("too_large_to_show")
    return Finding(kind, "image", pages=1)


def too_much(file: IO[bytes], kind: str, width: int, height: int) -> bool:
    if kind == "png":
        return png_swells(file, width, height)
    return kind == "gif" and gif_frames(file, width * height) > MOST_FRAMES


def png_swells(file: IO[bytes], width: int, height: int) -> bool:
    """Does more come out of its data than a picture of that size can have (8 bytes a pixel, 7 passes)?"""
    most, out, opener = width * height * 8 + 8 * height + STEP, 0, zlib.decompressobj()
    file.seek(PNG_START)
    while len(head := file.read(PNG_HEADER)) == PNG_HEADER:
        length, name = int.from_bytes(head[:4], "big"), head[4:]
        if name != b"IDAT":
            file.seek(length + 4, 1)
            continue
        while length and (data := file.read(min(STEP, length))):
            length -= len(data)
            while data:
                try:
                    out += len(opener.decompress(data, STEP))
                except zlib.error:
                    return False
                data = opener.unconsumed_tail
                if out > most:
                    return True
        file.seek(4, 1)
    return False


def gif_frames(file: IO[bytes], pixels: int) -> int:
    """Frames, counted by walking over the blocks; more than can be when all together are too many pixels."""
    file.seek(0)
    head = file.read(13)
    file.seek(3 << ((head[10] & 7) + 1) if len(head) > 12 and head[10] & 0x80 else 0, 1)
    frames = 0
    while frames <= MOST_FRAMES and (mark := file.read(1)) and mark[0] != GIF_BLOCK:
        if mark[0] == GIF_PICTURE:
            frames += 1
            flags = file.read(9)[-1:] or b"\0"
            file.seek((3 << ((flags[0] & 7) + 1) if flags[0] & 0x80 else 0) + 1, 1)
        elif mark[0] == GIF_MORE:
            file.seek(1, 1)
        else:
            break
        while (size := file.read(1)) and size[0]:
            file.seek(size[0], 1)
    return frames if frames * pixels <= MOST_PIXELS * 8 else MOST_FRAMES + 1
