"""Solid shapes made of flat faces, limbs (rounded bars), balls and rings.

A shape stands on the ground around its own origin: x forward, y left, z up, in metres. It is drawn
back to front: by layer first, then by the depth of its parts (convex pieces), then face by face. What
is painted on a face (windows, lamps, wheels) follows its face and is hidden with it.
"""

import math
from dataclasses import dataclass, field

import numpy as np

FACE, LIMB, BALL, RING = range(4)


@dataclass
class Piece:
    kind: int
    points: np.ndarray
    colour: tuple
    radius: float = 0.0
    layer: int = 1
    part: int = 0
    owner: int = 0
    glow: bool = False
    flat: bool = False
    details: list = field(default_factory=list)


class Shape:
    """Collects pieces; owner tells which of the objects drawn together a piece belongs to."""

    def __init__(self):
        self.pieces = []
        self.owner = 0
        self._parts = 0

    def part(self):
        """Number of a new part."""
        self._parts += 1
        return self._parts

    def face(self, points, colour, layer=1, part=None, **more):
        piece = Piece(
            FACE,
            np.asarray(points, float),
            colour,
            layer=layer,
            part=self.part() if part is None else part,
            owner=self.owner,
            **more,
        )
        self.pieces.append(piece)
        return piece

    def limb(self, a, b, radius, colour, layer=1, **more):
        self._add(LIMB, [a, b], colour, radius, layer, more)

    def ball(self, centre, radius, colour, layer=1, **more):
        self._add(BALL, [centre], colour, radius, layer, more)

    def ring(self, centre, radius, thickness, colour, layer=1, steps=18):
        """An upright hoop in the plane of x and z."""
        turn = np.linspace(0, 2 * math.pi, steps, endpoint=False)
        x, y, z = centre
        hoop = np.stack([x + radius * np.cos(turn), np.full(steps, y), z + radius * np.sin(turn)], axis=1)
        self._add(RING, hoop, colour, thickness, layer, {})

    def _add(self, kind, points, colour, radius, layer, more):
        self.pieces.append(
            Piece(
                kind,
                np.asarray(points, float),
                colour,
                radius=radius,
                layer=layer,
                part=self.part(),
                owner=self.owner,
                **more,
            )
        )

    def block(self, bottom, top, colour, layer=1, sides=None):
        """A solid between two rectangles, each (x_back, x_front, width, z) or with z per end.

        Returns its faces by name; corners run bottom-left, bottom-right, top-right, top-left as seen
        from outside, so that paint() can place things on them.
        """
        part = self.part()
        b, t = (self._corners(rectangle) for rectangle in (bottom, top))
        corners = {
            "front": (b["fl"], b["fr"], t["fr"], t["fl"]),
            "back": (b["br"], b["bl"], t["bl"], t["br"]),
            "left": (b["bl"], b["fl"], t["fl"], t["bl"]),
            "right": (b["fr"], b["br"], t["br"], t["fr"]),
            "top": (t["bl"], t["fl"], t["fr"], t["br"]),
        }
        colours = sides or {}
        return {
            name: self.face(points, colours.get(name, colour), layer, part)
            for name, points in corners.items()
        }

    @staticmethod
    def _corners(rectangle):
        back, front, width, z = rectangle[:4]
        z_front = rectangle[4] if len(rectangle) > 4 else z
        front_width = rectangle[5] if len(rectangle) > 5 else width
        h, g = width / 2, front_width / 2
        return {
            "bl": (back, h, z),
            "br": (back, -h, z),
            "fl": (front, g, z_front),
            "fr": (front, -g, z_front),
        }


def paint(face, u0, v0, u1, v1, colour, glow=False, flat=False):
    """Paints a rectangle on a four-cornered face; u runs to the right, v up, both 0 to 1."""
    u, v = np.array([u0, u1, u1, u0]), np.array([v0, v0, v1, v1])
    weights = np.stack([(1 - u) * (1 - v), u * (1 - v), u * v, (1 - u) * v], axis=1)
    spots = weights @ face.points
    face.details.append(Piece(FACE, spots, colour, owner=face.owner, glow=glow, flat=flat))


def paint_disc(face, centre, radius, colour, steps=14):
    """Paints an upright disc, facing sideways, on a side face."""
    turn = np.linspace(0, 2 * math.pi, steps, endpoint=False)
    x, y, z = centre
    disc = np.stack([x + radius * np.cos(turn), np.full(steps, y), z + radius * np.sin(turn)], axis=1)
    face.details.append(Piece(FACE, disc, colour, owner=face.owner))
