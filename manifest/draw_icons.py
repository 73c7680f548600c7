"""Draws the app's two icons, a signpost, with the standard library only: `python manifest/draw_icons.py`."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

HERE = Path(__file__).parent
PURPLE, WHITE = (91, 95, 199), (255, 255, 255)
FINE = 4
"""Samples per pixel and direction, for smooth edges."""

Point = tuple[float, float]
SIGNPOST: tuple[tuple[Point, ...], ...] = (
    ((46, 16), (54, 16), (54, 88), (46, 88)),
    ((26, 24), (68, 24), (80, 34), (68, 44), (26, 44)),
    ((74, 50), (32, 50), (20, 60), (32, 70), (74, 70)),
    ((36, 84), (64, 84), (64, 90), (36, 90)),
)
"""Post, board to the right, board to the left and foot, on a field of 100 by 100."""


def covers(shape: tuple[Point, ...], x: float, y: float) -> bool:
    """Tell whether the point lies inside the polygon."""
    inside = False
    for (x1, y1), (x2, y2) in zip(shape, shape[1:] + shape[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def share(px: int, py: int, size: int, symbol: float) -> float:
    """Return how much of the pixel the signpost covers, when it is drawn `symbol` pixels wide in the middle."""
    margin = (size - symbol) / 2
    hits = 0
    for sub in range(FINE * FINE):
        x = (px + (sub % FINE + 0.5) / FINE - margin) / symbol * 100
        y = (py + (sub // FINE + 0.5) / FINE - margin) / symbol * 100
        hits += any(covers(shape, x, y) for shape in SIGNPOST)
    return hits / (FINE * FINE)


def png(size: int, rows: list[bytes], channels: int) -> bytes:
    """Return a PNG with 8 bits per channel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", size, size, 8, 6 if channels == 4 else 2, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def colour_icon(size: int = 192) -> bytes:
    """Return the colour icon: the signpost in white on purple, well inside Teams' safe area."""
    rows = []
    for y in range(size):
        covered = (share(x, y, size, size * 0.62) for x in range(size))
        rows.append(
            bytes(
                round(back + (front - back) * part)
                for part in covered
                for back, front in zip(PURPLE, WHITE, strict=True)
            )
        )
    return png(size, rows, 3)


def outline_icon(size: int = 32) -> bytes:
    """Return the outline icon: white on nothing, as Teams demands."""
    rows = [
        b"".join(bytes((*WHITE, round(255 * share(x, y, size, size * 1.05)))) for x in range(size)) for y in range(size)
    ]
    return png(size, rows, 4)


if __name__ == "__main__":
    (HERE / "color.png").write_bytes(colour_icon())
    (HERE / "outline.png").write_bytes(outline_icon())
