"""Cars and buses; every measure in metres."""

from street.fittings import TYRE, add_wheel, dark, lamps, tyres
from street.shapes import paint


def car(shape, rng, look):
    """Adds a car of a style of that look; returns its length and width."""
    s = look.car(rng)
    length, width, height, belt = s["length"], s["width"], s["height"], s["belt"]
    rear, nose = -length / 2, length / 2
    body = look.paint(rng)
    glass = look.glass(rng)
    trim = (45, 45, 48) if rng.random() < 0.5 else dark(body, 0.6)
    clear = 0.18 + 0.04 * rng.random()
    cowl = nose - s["hood"]
    tail = rear + s["boot"]
    wheel = s["wheel"]
    axles = (rear + 0.19 * length, nose - 0.185 * length)
    tyres(shape, axles, width, wheel)
    shape.block((rear + 0.1, nose - 0.1, width * 0.9, clear), (rear, nose, width, clear + 0.12), trim)
    low = clear + 0.12
    cabin = shape.block(
        (rear, cowl, width, low), (rear + 0.04, cowl, width * 0.95, s["boot_height"], belt), body
    )
    front = shape.block(
        (cowl, nose, width, low, low, width * 0.94),
        (cowl, nose - 0.05, width * 0.95, belt, s["nose"], width * 0.86),
        body,
    )
    lamps(front["front"], cabin["back"], rng, trim)
    rake_front, rake_rear = s["rake_front"], s["rake_rear"]
    roof = shape.block(
        (tail, cowl + 0.15, width * 0.93, min(belt, s["boot_height"]) - 0.02, belt - 0.05),
        (tail + rake_rear, cowl + 0.1 - rake_front, width * 0.76, height),
        body,
        layer=2,
    )
    paint(roof["front"], 0.05, 0.08, 0.95, 0.92, glass, flat=True)
    if s["panel_van"]:
        paint(roof["back"], 0.1, 0.3, 0.9, 0.85, glass, flat=True)
    else:
        paint(roof["back"], 0.07, 0.2, 0.93, 0.9, glass, flat=True)
    for name in ("left", "right"):
        edges = [0.07] + sorted(s["pillars"]) + [0.93]
        if name == "right":
            edges = [1 - e for e in reversed(edges)]
        panes = list(zip(edges, edges[1:]))
        if s["panel_van"]:
            panes = panes[-1:] if name == "left" else panes[:1]
        for a, b in panes:
            paint(roof[name], a + 0.015, 0.14, b - 0.015, 0.87, glass, flat=True)
    for name, sign in (("left", 1), ("right", -1)):
        for face, x in ((cabin[name], axles[0]), (front[name], axles[1])):
            add_wheel(face, (x, sign * (width / 2 + 0.012), wheel), wheel, rng, look, s["rim"])
        for u in (0.38, 0.72):
            u = u if name == "left" else 1 - u
            paint(cabin[name], u, 0.12, u + 0.006, 0.97, dark(body, 0.55))
            paint(cabin[name], u - 0.07, 0.74, u - 0.02, 0.80, dark(body, 0.7))
    if rng.random() < 0.8:
        for sign in (-1, 1):
            shape.block(
                (cowl - 0.42, cowl - 0.25, 0.16, belt + 0.02),
                (cowl - 0.40, cowl - 0.28, 0.16, belt + 0.14),
                body,
                layer=3,
            )
            for face in list(shape.pieces)[-5:]:
                face.points = face.points + (0, sign * (width * 0.5 + 0.06), 0)
    if s["rails"]:
        for sign in (-1, 1):
            y = sign * width * 0.34
            shape.limb(
                (tail + rake_rear + 0.2, y, height + 0.04),
                (cowl - rake_front - 0.1, y, height + 0.04),
                0.025,
                trim,
                layer=3,
            )
    if rng.random() < 0.08:
        sign_face = shape.block(
            (-0.2, 0.05, 0.6, height), (-0.15, 0.0, 0.5, height + 0.17), (240, 230, 120), layer=3
        )
        paint(sign_face["front"], 0.2, 0.3, 0.8, 0.7, (30, 30, 30))
    return length, width


def bus(shape, rng, look):
    """Adds a bus; returns its length and width."""
    s = look.bus(rng)
    length, width, height = s["length"], s["width"], s["height"]
    rear, nose = -length / 2, length / 2
    body, second = look.livery(rng)
    glass = look.glass(rng)
    wheel = 0.48
    axles = (rear + 0.26 * length, nose - 0.22 * length)
    tyres(shape, axles, width, wheel)
    floor = 0.32
    waist = floor + (height - floor) * s["waist"]
    low = shape.block(
        (rear, nose, width, floor), (rear, nose, width, waist), second if s["two_tone"] else body
    )
    high = shape.block(
        (rear, nose, width, waist),
        (rear + 0.12, nose - s["rake"], width * 0.94, height - 0.1),
        body,
        layer=2,
    )
    shape.block(
        (rear + 0.12, nose - s["rake"], width * 0.94, height - 0.1),
        (rear + 0.3, nose - s["rake"] - 0.2, width * 0.8, height),
        body,
        layer=3,
    )
    if s["box"]:
        shape.block(
            (rear + 1.0, rear + 3.2, width * 0.6, height),
            (rear + 1.2, rear + 3.0, width * 0.5, height + 0.22),
            (200, 200, 200),
            layer=4,
        )
    paint(high["front"], 0.05, 0.0, 0.95, 0.78, glass, flat=True)
    paint(high["front"], 0.2, 0.83, 0.8, 0.97, (25, 25, 20))
    paint(high["front"], 0.28, 0.86, 0.72, 0.94, (250, 170, 40), glow=True)
    paint(low["front"], 0.05, 0.55, 0.95, 1.0, glass, flat=True) if s["deep_screen"] else None
    paint(high["back"], 0.12, 0.15, 0.88, 0.8, glass, flat=True)
    lamps(low["front"], low["back"], rng, (40, 40, 42), low=True)
    for name, sign in (("left", 1), ("right", -1)):
        count = s["windows"]
        for i in range(count):
            a, b = 0.03 + 0.94 * i / count, 0.03 + 0.94 * (i + 1) / count
            gap = 0.004 if s["flush"] else 0.012
            paint(high[name], a + gap, 0.08, b - gap, 0.86, glass, flat=True)
        for x in axles:
            add_wheel(low[name], (x, sign * (width / 2 + 0.012), wheel), wheel, rng, look, 0.55)
        if name == "right":
            for door in s["doors"]:
                u = 1 - door
                paint(low[name], u - 0.05, 0.05, u + 0.05, 1.0, dark(glass, 0.9), flat=True)
                paint(high[name], u - 0.05, 0.0, u + 0.05, 0.86, dark(glass, 0.9), flat=True)
                paint(low[name], u - 0.003, 0.05, u + 0.003, 1.0, body)
        if s["stripe"]:
            paint(low[name], 0.0, 0.78, 1.0, 0.93, second if not s["two_tone"] else body)
        if s["advert"]:
            a = rng.uniform(0.25, 0.45)
            paint(low[name], a, 0.35, a + 0.3, 0.85, look.any_colour(rng))
    for sign in (-1, 1):
        shape.limb(
            (nose, sign * width / 2, height * 0.8),
            (nose + 0.25, sign * (width / 2 + 0.2), height * 0.75),
            0.03,
            TYRE,
            layer=3,
        )
        shape.limb(
            (nose + 0.25, sign * (width / 2 + 0.2), height * 0.75),
            (nose + 0.25, sign * (width / 2 + 0.2), height * 0.63),
            0.07,
            TYRE,
            layer=3,
        )
    return length, width
