"""Trucks and what they carry; every measure in metres."""

import numpy as np

from street.fittings import TYRE, add_wheel, dark, lamps, tyres
from street.shapes import paint


def truck(shape, rng, look):
    """Adds a truck with one of several loads; returns its length and width."""
    s = look.truck(rng)
    length, width, cab_length, cab_height = s["length"], s["width"], s["cab"], s["cab_height"]
    rear, nose = -length / 2, length / 2
    cowl = nose - cab_length
    body = look.paint(rng)
    glass = look.glass(rng)
    wheel = s["wheel"]
    axles = [nose - 0.62 * cab_length - s["bonnet"] * 0.4, rear + 0.14 * length]
    if length > 7:
        axles.append(rear + 0.14 * length + 2.3 * wheel)
    tyres(shape, axles, width, wheel)
    deck = 2 * wheel + 0.12
    chassis = shape.block(
        (rear, nose - 0.4, width * 0.75, wheel * 0.9),
        (rear, nose - 0.4, width * 0.8, deck),
        (48, 48, 52),
        layer=0,
    )
    cab_back = cowl
    cab_front = nose - s["bonnet"]
    bumper = 0.38
    waist = bumper + (cab_height - bumper) * 0.52
    low = shape.block(
        (cab_back, nose, width, bumper),
        (cab_back, nose - 0.02, width, waist if s["bonnet"] == 0 else waist * 0.97),
        body,
        layer=1,
    )
    high = shape.block(
        (cab_back, cab_front - 0.02, width, waist),
        (cab_back, cab_front - s["rake"], width * 0.9, cab_height),
        body,
    )
    paint(high["front"], 0.06, 0.1, 0.94, 0.8, glass, flat=True)
    for name in ("left", "right"):
        a, b = (0.3, 0.9) if name == "left" else (0.1, 0.7)
        paint(high[name], a, 0.1, b, 0.75, glass, flat=True)
    lamps(low["front"], None, rng, (40, 40, 42), low=True)
    paint(low["front"], 0.15, 0.4, 0.85, 0.85, dark(body, 0.5) if rng.random() < 0.6 else (50, 50, 55))
    if s["deflector"]:
        shape.block(
            (cab_back + 0.1, cab_front - s["rake"] - 0.3, width * 0.8, cab_height),
            (cab_back + 0.1, cab_back + 0.4, width * 0.75, min(s["height"], cab_height + 0.7)),
            body,
        )
    _load(shape, rng, look, s, rear, cab_back - s["gap"], width, deck)
    for name, sign in (("left", 1), ("right", -1)):
        for i, x in enumerate(axles):
            add_wheel(
                low[name] if i == 0 else chassis[name],
                (x, sign * (width / 2 + 0.012), wheel),
                wheel,
                rng,
                look,
                0.5,
            )
    paint(chassis["back"], 0.03, 0.3, 0.14, 0.8, (190, 20, 20), glow=True)
    paint(chassis["back"], 0.86, 0.3, 0.97, 0.8, (190, 20, 20), glow=True)
    for sign in (-1, 1):
        y = sign * (width / 2 + 0.13)
        shape.limb((cab_front, y, waist + 0.15), (cab_front, y, waist + 0.6), 0.08, TYRE)
    return length, width


def _load(shape, rng, look, s, rear, front, width, deck):
    kind, height = s["load"], s["height"]
    colour = look.cargo(rng)
    layer = 1
    if kind == "box":
        box = shape.block((rear, front, width, deck), (rear, front, width, height), colour, layer)
        for name in ("left", "right"):
            if s["logo"]:
                a = rng.uniform(0.1, 0.4)
                paint(box[name], a, 0.35, a + rng.uniform(0.2, 0.5), 0.75, look.any_colour(rng))
            paint(box[name], 0, 0, 1, 0.03, dark(colour, 0.6))
            paint(box[name], 0, 0.97, 1, 1, dark(colour, 0.7))
        paint(box["back"], 0.49, 0.03, 0.51, 0.97, dark(colour, 0.5))
        paint(box["back"], 0.25, 0.03, 0.27, 0.97, dark(colour, 0.75))
        paint(box["back"], 0.73, 0.03, 0.75, 0.97, dark(colour, 0.75))
    elif kind == "container":
        box = shape.block((rear, front, width, deck + 0.05), (rear, front, width, height), colour, layer)
        for name in ("left", "right", "back"):
            ribs = 22 if name != "back" else 6
            for i in range(ribs):
                paint(box[name], (i + 0.1) / ribs, 0.04, (i + 0.45) / ribs, 0.96, dark(colour, 0.82))
    elif kind == "curtain":
        box = shape.block((rear, front, width, deck), (rear, front, width, height), colour, layer)
        for name in ("left", "right"):
            for i in range(9):
                paint(box[name], (i + 0.48) / 9, 0.05, (i + 0.52) / 9, 0.93, dark(colour, 0.7))
            paint(box[name], 0, 0.93, 1, 1, (150, 150, 155))
            paint(box[name], 0, 0, 1, 0.07, (60, 60, 64))
    elif kind == "cooler":
        box = shape.block((rear, front, width, deck), (rear, front, width, height), colour, layer)
        for name in ("left", "right"):
            paint(box[name], 0.0, 0.0, 1.0, 0.06, (140, 142, 146))
            paint(box[name], 0.3, 0.45, 0.7, 0.6, look.any_colour(rng))
        for u in (0.08, 0.46):
            paint(box["back"], u, 0.06, u + 0.45, 0.94, dark(colour, 0.9))
            paint(box["back"], u + 0.4, 0.06, u + 0.43, 0.94, (120, 120, 124))
        paint(box["front"], 0.15, 0.62, 0.85, 0.95, (70, 72, 76))
    elif kind == "tank":
        steps = 10
        mid, radius = (deck + height) / 2, (height - deck) / 2
        turn = np.linspace(0, 2 * np.pi, steps, endpoint=False)
        y, z = width * 0.48 * np.cos(turn), mid + radius * np.sin(turn)
        part = shape.part()
        for i in range(steps):
            j = (i + 1) % steps
            shape.face(
                [(rear, y[i], z[i]), (front, y[i], z[i]), (front, y[j], z[j]), (rear, y[j], z[j])],
                colour,
                layer,
                part,
            )
        for x in (rear, front):
            shape.face(np.stack([np.full(steps, x), y, z], axis=1), colour, layer, part)
        shape.block(
            (rear, front, width * 0.1, height - 0.05),
            (rear + 0.2, front - 0.2, width * 0.1, height + 0.1),
            dark(colour, 0.7),
            layer + 1,
        )
    elif kind == "drum":
        steps = 10
        turn = np.linspace(0, 2 * np.pi, steps, endpoint=False)
        part = shape.part()
        sections = [
            (rear - 0.1, 0.45, height * 0.85),
            (rear + 0.35 * (front - rear), 0.49 * width, deck + 0.5 * width),
            (front - 0.3, 0.36 * width, deck + 0.42 * width),
        ]
        rings = [
            np.stack([np.full(steps, x), r * np.cos(turn), z + r * np.sin(turn)], axis=1)
            for x, r, z in sections
        ]
        for a, b in zip(rings, rings[1:]):
            for i in range(steps):
                j = (i + 1) % steps
                shape.face([a[i], b[i], b[j], a[j]], colour if i % 3 else dark(colour, 0.75), layer, part)
        for ring in (rings[0], rings[-1]):
            shape.face(ring, dark(colour, 0.7), layer, part)
        shape.block(
            (rear - 0.2, rear + 0.5, width * 0.5, deck),
            (rear - 0.1, rear + 0.3, width * 0.3, deck + 0.6),
            (60, 60, 60),
            0,
        )
    elif kind == "tipper":
        wall = deck + (height - deck) * 0.75
        bed = shape.block((rear + 0.2, front, width * 0.9, deck), (rear, front, width, wall), colour, layer)
        for name in ("left", "right"):
            for i in range(7):
                paint(bed[name], (i + 0.1) / 7, 0.03, (i + 0.25) / 7, 0.97, dark(colour, 0.75))
        shape.block(
            (rear + 0.3, front - 0.2, width * 0.85, wall),
            (rear + 1.0, front - 1.0, width * 0.3, wall + 0.5),
            look.earth(rng),
            layer + 1,
        )
    else:
        shape.block((rear, front, width, deck), (rear, front, width, deck + 0.14), dark(colour, 0.8), layer)
        bed = shape.block(
            (front - 0.12, front, width, deck), (front - 0.12, front, width, deck + 1.2), (70, 70, 74), layer
        )
        x = rear + 0.3
        while x < front - 1.3:
            size = rng.uniform(0.8, 1.8)
            top = deck + 0.14 + rng.uniform(0.5, max(0.6, height - deck - 0.3))
            if rng.random() < 0.85:
                shape.block(
                    (x, min(x + size, front - 0.2), width * rng.uniform(0.6, 0.95), deck + 0.14),
                    (x, min(x + size, front - 0.2), width * rng.uniform(0.55, 0.9), top),
                    look.cargo(rng),
                    layer + 1,
                )
            x += size + rng.uniform(0.05, 0.5)
