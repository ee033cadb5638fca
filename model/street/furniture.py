"""Houses, trees, lamps, signs: what stands in a street and must not be found."""

import math

import numpy as np

from street.projection import Placed
from street.shapes import Shape, paint


def furniture(rng, look, place):
    """Trees, lamps, signs, bins, benches: what is there and must not be found."""
    makers = [tree, tree, bush, lamp, sign, bin_, bollards, bench, kiosk, cabinet, cone]
    made = []
    edge = place.half + 0.5
    for _ in range(rng.integers(3, 26)):
        maker = makers[rng.integers(len(makers))]
        side = rng.choice([-1, 1])
        deep = max(0.6, place.kerb - 0.5) + (14 if place.rural else 0)
        y = side * (edge + rng.uniform(0, deep))
        made.append(maker(rng, look, rng.uniform(-8, 70), y))
    return made


def building(rng, look, x, y, wide, deep):
    """A house of wide x deep metres with rows of windows."""
    shape = Shape()
    hue = look.any_colour(rng, 0.25)
    wall = tuple(0.45 * c + 0.55 * rng.uniform(120, 210) for c in hue)
    floors = int(rng.integers(1, 7))
    height = 1.0 + 3.2 * floors
    faces = shape.block((-wide / 2, wide / 2, deep, 0), (-wide / 2, wide / 2, deep, height), wall)
    glass = look.glass(rng)
    lit = rng.random() < 0.3
    for name, span in (("front", deep), ("back", deep), ("left", wide), ("right", wide)):
        columns = max(1, int(span / rng.uniform(2.2, 4.0)))
        gap = rng.uniform(0.15, 0.35)
        for floor in range(floors):
            low = (0.8 + 3.2 * floor + 0.9) / (height + 0.5)
            high = low + 1.5 / height
            shop = floor == 0 and rng.random() < 0.5
            for column in range(columns):
                a, b = (column + gap) / columns, (column + 1 - gap) / columns
                if shop:
                    a, b, low, high = (column + 0.06) / columns, (column + 0.94) / columns, 0.02, 2.5 / height
                colour = glass if not lit or rng.random() < 0.6 else (235, 205, 140)
                paint(faces[name], a, low, b, high, colour, glow=lit and colour != glass)
            if shop:
                paint(faces[name], 0.02, 2.6 / height, 0.98, 3.2 / height, look.any_colour(rng))
    if rng.random() < 0.4:
        shape.block(
            (-wide / 2 - 0.2, wide / 2 + 0.2, deep + 0.4, height),
            (-wide / 2 - 0.2, wide / 2 + 0.2, 0.3, height + rng.uniform(1.5, 4)),
            (rng.uniform(90, 150), rng.uniform(50, 90), rng.uniform(40, 80)),
            layer=2,
        )
    return Placed(shape.pieces, x, y, 0.0, (0,), wide, deep)


def _stand(shape, x, y, heading, length, width):
    return Placed(shape.pieces, x, y, heading, (0,), length, width)


def tree(rng, look, x, y):
    shape = Shape()
    tall = rng.uniform(3.5, 9)
    bark = (rng.uniform(60, 110), rng.uniform(50, 80), rng.uniform(35, 60))
    shape.limb((0, 0, 0), (rng.uniform(-0.2, 0.2), 0, tall * 0.6), rng.uniform(0.08, 0.22), bark)
    leaf = np.array([rng.uniform(40, 130), rng.uniform(75, 140), rng.uniform(25, 70)])
    if rng.random() < 0.15:
        leaf = np.array([rng.uniform(150, 210), rng.uniform(80, 150), rng.uniform(20, 60)])
    spread = tall * rng.uniform(0.16, 0.26)
    for _ in range(rng.integers(7, 16)):
        offset = rng.normal(0, 1, 3) * spread * (0.7, 0.7, 0.6)
        shape.ball(
            (offset[0], offset[1], tall * 0.72 + offset[2]),
            spread * rng.uniform(0.4, 0.8),
            tuple(leaf * rng.uniform(0.65, 1.15)),
        )
    return _stand(shape, x, y, rng.uniform(0, 6.3), 0.5, 0.5)


def bush(rng, look, x, y):
    shape = Shape()
    leaf = np.array([rng.uniform(40, 120), rng.uniform(75, 130), rng.uniform(25, 70)])
    size = rng.uniform(0.3, 0.7)
    for _ in range(rng.integers(3, 8)):
        shape.ball(
            (rng.uniform(-1, 1) * size, rng.uniform(-0.5, 0.5) * size, size * rng.uniform(0.4, 1.2)),
            size * rng.uniform(0.5, 0.9),
            tuple(leaf * rng.uniform(0.7, 1.15)),
        )
    return _stand(shape, x, y, 0.0, 2 * size, size)


def lamp(rng, look, x, y):
    shape = Shape()
    tall = rng.uniform(3.5, 8)
    grey = (rng.uniform(50, 140),) * 3
    shape.limb((0, 0, 0), (0, 0, tall), rng.uniform(0.05, 0.1), grey)
    reach = rng.uniform(0.3, 2.0)
    shape.limb((0, 0, tall), (0, -reach, tall + 0.2), 0.05, grey)
    shape.ball((0, -reach, tall + 0.1), 0.16, (250, 235, 190), glow=True)
    return _stand(shape, x, y, 0.0 if y > 0 else math.pi, 0.2, 0.2)


def sign(rng, look, x, y):
    shape = Shape()
    tall = rng.uniform(1.8, 3.2)
    shape.limb((0, 0, 0), (0, 0, tall), 0.035, (130, 130, 132))
    colour = look.any_colour(rng, 0.9)
    size = rng.uniform(0.25, 0.5)
    face = shape.face(
        [
            (0.05, -size, tall - size),
            (0.05, size, tall - size),
            (0.05, size, tall + size),
            (0.05, -size, tall + size),
        ],
        colour,
        layer=2,
    )
    paint(face, 0.15, 0.15, 0.85, 0.85, (240, 240, 240))
    paint(face, 0.4, 0.25, 0.6, 0.75, look.any_colour(rng, 0.9))
    return _stand(shape, x, y, rng.choice([0, math.pi]) + rng.uniform(-0.3, 0.3), 0.2, 0.8)


def bin_(rng, look, x, y):
    shape = Shape()
    colour = look.any_colour(rng)
    tall, wide = rng.uniform(0.8, 1.3), rng.uniform(0.4, 0.8)
    shape.block((-wide / 2, wide / 2, wide * 0.85, 0.05), (-wide / 2, wide / 2, wide, tall), colour)
    shape.block(
        (-wide / 2 - 0.03, wide / 2 + 0.03, wide + 0.06, tall),
        (-wide / 2, wide / 2, wide, tall + 0.12),
        tuple(0.7 * c for c in colour),
        layer=2,
    )
    return _stand(shape, x, y, rng.uniform(0, 3.1), wide, wide)


def bollards(rng, look, x, y):
    shape = Shape()
    colour = look.any_colour(rng)
    for i in range(rng.integers(1, 6)):
        shape.limb((i * 1.3, 0, 0), (i * 1.3, 0, rng.uniform(0.7, 1.0)), 0.07, colour)
        shape.ball((i * 1.3, 0, 0.85), 0.09, (230, 230, 230))
    return _stand(shape, x, y, 0.0, 0.3, 0.3)


def bench(rng, look, x, y):
    shape = Shape()
    colour = look.any_colour(rng, 0.4)
    shape.block((-0.25, 0.2, 1.6, 0.40), (-0.25, 0.2, 1.6, 0.46), colour)
    shape.block((-0.3, -0.24, 1.6, 0.46), (-0.36, -0.3, 1.6, 0.9), colour, layer=2)
    for y_leg in (-0.6, 0.6):
        shape.limb((-0.2, y_leg, 0), (-0.2, y_leg, 0.42), 0.03, (50, 50, 50))
        shape.limb((0.15, y_leg, 0), (0.15, y_leg, 0.42), 0.03, (50, 50, 50))
    return _stand(shape, x, y, rng.choice([1.57, -1.57]), 0.6, 1.7)


def kiosk(rng, look, x, y):
    shape = Shape()
    colour = look.any_colour(rng)
    wide, deep, tall = rng.uniform(1.5, 4), rng.uniform(1.2, 2.2), rng.uniform(2.2, 2.9)
    faces = shape.block((-wide / 2, wide / 2, deep, 0), (-wide / 2, wide / 2, deep, tall), colour)
    for name in ("left", "right", "front", "back"):
        if rng.random() < 0.7:
            paint(faces[name], 0.1, rng.uniform(0.1, 0.45), 0.9, 0.85, look.glass(rng), flat=True)
        if rng.random() < 0.4:
            paint(faces[name], 0.0, 0.88, 1.0, 1.0, look.any_colour(rng))
    return _stand(shape, x, y + math.copysign(1.5, y), 0.0, wide, deep)


def cabinet(rng, look, x, y):
    shape = Shape()
    colour = look.any_colour(rng, 0.3)
    wide, tall = rng.uniform(0.5, 1.8), rng.uniform(0.7, 1.6)
    faces = shape.block((-wide / 2, wide / 2, 0.5, 0), (-wide / 2, wide / 2, 0.5, tall), colour)
    for name in ("left", "right"):
        paint(faces[name], 0.48, 0.05, 0.52, 0.95, tuple(0.6 * c for c in colour))
    return _stand(shape, x, y, 0.0, wide, 0.5)


def cone(rng, look, x, y):
    shape = Shape()
    shape.block((-0.17, 0.17, 0.34, 0), (-0.03, 0.03, 0.06, rng.uniform(0.5, 0.75)), (225, 95, 35))
    paint(shape.pieces[-2], 0.15, 0.4, 0.85, 0.6, (240, 240, 240))
    return _stand(shape, x, y, 0.0, 0.3, 0.3)
