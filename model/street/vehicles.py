"""Cars, buses, trucks, motorcycles and bicycles; every measure in metres."""

import numpy as np

from street.shapes import paint, paint_disc

TYRE = (28, 28, 30)


def car(shape, rng, look):
    """Adds a car of a style of that look; returns its length and width."""
    s = look.car(rng)
    length, width, height, belt = s["length"], s["width"], s["height"], s["belt"]
    rear, nose = -length / 2, length / 2
    body = look.paint(rng)
    glass = look.glass(rng)
    trim = (45, 45, 48) if rng.random() < 0.5 else _dark(body, 0.6)
    clear = 0.18 + 0.04 * rng.random()
    cowl = nose - s["hood"]
    tail = rear + s["boot"]
    wheel = s["wheel"]
    axles = (rear + 0.19 * length, nose - 0.185 * length)
    _tyres(shape, axles, width, wheel)
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
    _lamps(front["front"], cabin["back"], rng, trim)
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
            _wheel(face, (x, sign * (width / 2 + 0.012), wheel), wheel, rng, look, s["rim"])
        for u in (0.38, 0.72):
            u = u if name == "left" else 1 - u
            paint(cabin[name], u, 0.12, u + 0.006, 0.97, _dark(body, 0.55))
            paint(cabin[name], u - 0.07, 0.74, u - 0.02, 0.80, _dark(body, 0.7))
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
        sign_face = shape.block((-0.2, 0.05, 0.6, height), (-0.15, 0.0, 0.5, height + 0.17), (240, 230, 120), layer=3)
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
    _tyres(shape, axles, width, wheel)
    floor = 0.32
    waist = floor + (height - floor) * s["waist"]
    low = shape.block((rear, nose, width, floor), (rear, nose, width, waist), second if s["two_tone"] else body)
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
        shape.block((rear + 1.0, rear + 3.2, width * 0.6, height), (rear + 1.2, rear + 3.0, width * 0.5, height + 0.22), (200, 200, 200), layer=4)
    paint(high["front"], 0.05, 0.0, 0.95, 0.78, glass, flat=True)
    paint(high["front"], 0.2, 0.83, 0.8, 0.97, (25, 25, 20))
    paint(high["front"], 0.28, 0.86, 0.72, 0.94, (250, 170, 40), glow=True)
    paint(low["front"], 0.05, 0.55, 0.95, 1.0, glass, flat=True) if s["deep_screen"] else None
    paint(high["back"], 0.12, 0.15, 0.88, 0.8, glass, flat=True)
    _lamps(low["front"], low["back"], rng, (40, 40, 42), low=True)
    for name, sign in (("left", 1), ("right", -1)):
        count = s["windows"]
        for i in range(count):
            a, b = 0.03 + 0.94 * i / count, 0.03 + 0.94 * (i + 1) / count
            gap = 0.004 if s["flush"] else 0.012
            paint(high[name], a + gap, 0.08, b - gap, 0.86, glass, flat=True)
        for x in axles:
            _wheel(low[name], (x, sign * (width / 2 + 0.012), wheel), wheel, rng, look, 0.55)
        if name == "right":
            for door in s["doors"]:
                u = 1 - door
                paint(low[name], u - 0.05, 0.05, u + 0.05, 1.0, _dark(glass, 0.9), flat=True)
                paint(high[name], u - 0.05, 0.0, u + 0.05, 0.86, _dark(glass, 0.9), flat=True)
                paint(low[name], u - 0.003, 0.05, u + 0.003, 1.0, body)
        if s["stripe"]:
            paint(low[name], 0.0, 0.78, 1.0, 0.93, second if not s["two_tone"] else body)
        if s["advert"]:
            a = rng.uniform(0.25, 0.45)
            paint(low[name], a, 0.35, a + 0.3, 0.85, look.any_colour(rng))
    for sign in (-1, 1):
        shape.limb((nose, sign * width / 2, height * 0.8), (nose + 0.25, sign * (width / 2 + 0.2), height * 0.75), 0.03, TYRE, layer=3)
        shape.limb((nose + 0.25, sign * (width / 2 + 0.2), height * 0.75), (nose + 0.25, sign * (width / 2 + 0.2), height * 0.63), 0.07, TYRE, layer=3)
    return length, width


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
    _tyres(shape, axles, width, wheel)
    deck = 2 * wheel + 0.12
    chassis = shape.block((rear, nose - 0.4, width * 0.75, wheel * 0.9), (rear, nose - 0.4, width * 0.8, deck), (48, 48, 52), layer=0)
    cab_back = cowl
    cab_front = nose - s["bonnet"]
    bumper = 0.38
    waist = bumper + (cab_height - bumper) * 0.52
    low = shape.block((cab_back, nose, width, bumper), (cab_back, nose - 0.02, width, waist if s["bonnet"] == 0 else waist * 0.97), body, layer=1)
    high = shape.block(
        (cab_back, cab_front - 0.02, width, waist),
        (cab_back, cab_front - s["rake"], width * 0.9, cab_height),
        body,
    )
    paint(high["front"], 0.06, 0.1, 0.94, 0.8, glass, flat=True)
    for name in ("left", "right"):
        a, b = (0.3, 0.9) if name == "left" else (0.1, 0.7)
        paint(high[name], a, 0.1, b, 0.75, glass, flat=True)
    _lamps(low["front"], None, rng, (40, 40, 42), low=True)
    paint(low["front"], 0.15, 0.4, 0.85, 0.85, _dark(body, 0.5) if rng.random() < 0.6 else (50, 50, 55))
    if s["deflector"]:
        shape.block((cab_back + 0.1, cab_front - s["rake"] - 0.3, width * 0.8, cab_height), (cab_back + 0.1, cab_back + 0.4, width * 0.75, min(s["height"], cab_height + 0.7)), body)
    _load(shape, rng, look, s, rear, cab_back - s["gap"], width, deck)
    for name, sign in (("left", 1), ("right", -1)):
        for i, x in enumerate(axles):
            _wheel(low[name] if i == 0 else chassis[name], (x, sign * (width / 2 + 0.012), wheel), wheel, rng, look, 0.5)
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
            paint(box[name], 0, 0, 1, 0.03, _dark(colour, 0.6))
            paint(box[name], 0, 0.97, 1, 1, _dark(colour, 0.7))
        paint(box["back"], 0.49, 0.03, 0.51, 0.97, _dark(colour, 0.5))
        paint(box["back"], 0.25, 0.03, 0.27, 0.97, _dark(colour, 0.75))
        paint(box["back"], 0.73, 0.03, 0.75, 0.97, _dark(colour, 0.75))
    elif kind == "container":
        box = shape.block((rear, front, width, deck + 0.05), (rear, front, width, height), colour, layer)
        for name in ("left", "right", "back"):
            ribs = 22 if name != "back" else 6
            for i in range(ribs):
                paint(box[name], (i + 0.1) / ribs, 0.04, (i + 0.45) / ribs, 0.96, _dark(colour, 0.82))
    elif kind == "curtain":
        box = shape.block((rear, front, width, deck), (rear, front, width, height), colour, layer)
        for name in ("left", "right"):
            for i in range(9):
                paint(box[name], (i + 0.48) / 9, 0.05, (i + 0.52) / 9, 0.93, _dark(colour, 0.7))
            paint(box[name], 0, 0.93, 1, 1, (150, 150, 155))
            paint(box[name], 0, 0, 1, 0.07, (60, 60, 64))
    elif kind == "cooler":
        box = shape.block((rear, front, width, deck), (rear, front, width, height), colour, layer)
        for name in ("left", "right"):
            paint(box[name], 0.0, 0.0, 1.0, 0.06, (140, 142, 146))
            paint(box[name], 0.3, 0.45, 0.7, 0.6, look.any_colour(rng))
        for u in (0.08, 0.46):
            paint(box["back"], u, 0.06, u + 0.45, 0.94, _dark(colour, 0.9))
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
            shape.face([(rear, y[i], z[i]), (front, y[i], z[i]), (front, y[j], z[j]), (rear, y[j], z[j])], colour, layer, part)
        for x in (rear, front):
            shape.face(np.stack([np.full(steps, x), y, z], axis=1), colour, layer, part)
        shape.block((rear, front, width * 0.1, height - 0.05), (rear + 0.2, front - 0.2, width * 0.1, height + 0.1), _dark(colour, 0.7), layer + 1)
    elif kind == "drum":
        steps = 10
        turn = np.linspace(0, 2 * np.pi, steps, endpoint=False)
        part = shape.part()
        sections = [(rear - 0.1, 0.45, height * 0.85), (rear + 0.35 * (front - rear), 0.49 * width, deck + 0.5 * width), (front - 0.3, 0.36 * width, deck + 0.42 * width)]
        rings = [np.stack([np.full(steps, x), r * np.cos(turn), z + r * np.sin(turn)], axis=1) for x, r, z in sections]
        for a, b in zip(rings, rings[1:]):
            for i in range(steps):
                j = (i + 1) % steps
                shape.face([a[i], b[i], b[j], a[j]], colour if i % 3 else _dark(colour, 0.75), layer, part)
        for ring in (rings[0], rings[-1]):
            shape.face(ring, _dark(colour, 0.7), layer, part)
        shape.block((rear - 0.2, rear + 0.5, width * 0.5, deck), (rear - 0.1, rear + 0.3, width * 0.3, deck + 0.6), (60, 60, 60), 0)
    elif kind == "tipper":
        wall = deck + (height - deck) * 0.75
        bed = shape.block((rear + 0.2, front, width * 0.9, deck), (rear, front, width, wall), colour, layer)
        for name in ("left", "right"):
            for i in range(7):
                paint(bed[name], (i + 0.1) / 7, 0.03, (i + 0.25) / 7, 0.97, _dark(colour, 0.75))
        shape.block((rear + 0.3, front - 0.2, width * 0.85, wall), (rear + 1.0, front - 1.0, width * 0.3, wall + 0.5), look.earth(rng), layer + 1)
    else:
        shape.block((rear, front, width, deck), (rear, front, width, deck + 0.14), _dark(colour, 0.8), layer)
        bed = shape.block((front - 0.12, front, width, deck), (front - 0.12, front, width, deck + 1.2), (70, 70, 74), layer)
        x = rear + 0.3
        while x < front - 1.3:
            size = rng.uniform(0.8, 1.8)
            top = deck + 0.14 + rng.uniform(0.5, max(0.6, height - deck - 0.3))
            if rng.random() < 0.85:
                shape.block((x, min(x + size, front - 0.2), width * rng.uniform(0.6, 0.95), deck + 0.14), (x, min(x + size, front - 0.2), width * rng.uniform(0.55, 0.9), top), look.cargo(rng), layer + 1)
            x += size + rng.uniform(0.05, 0.5)


def motorcycle(shape, rng, look):
    """Adds a motorcycle; returns what a rider needs to know: saddle, grip, pedal, lean."""
    s = look.motorcycle(rng)
    body = look.paint(rng)
    base, wheel, seat = s["base"], s["wheel"], s["seat"]
    back, front = -base / 2, base / 2
    dark = (38, 38, 42)
    metal = look.metal(rng)
    thick = s["tyre"]
    for x in (back, front):
        shape.ring((x, 0, wheel), wheel - thick / 2, thick / 2, TYRE)
        shape.ring((x, 0, wheel), wheel * 0.55, 0.02, metal)
        shape.ball((x, 0, wheel), 0.07, dark)
        for turn in (0.3, 1.35, 2.4):
            c, n = np.cos(turn) * wheel * 0.8, np.sin(turn) * wheel * 0.8
            shape.limb((x - c, 0, wheel - n), (x + c, 0, wheel + n), 0.015, metal)
    grip = (front - s["fork"], seat + s["bar"])
    for y in (-0.09, 0.09):
        shape.limb((front, y, wheel), (grip[0] + 0.02, y, grip[1] - 0.1), 0.03, metal)
        shape.limb((back, y, wheel), (0.0, y, wheel + 0.1), 0.035, dark)
    shape.limb((grip[0], -0.34, grip[1]), (grip[0], 0.34, grip[1]), 0.025, dark, layer=1)
    shape.limb((grip[0], -0.36, grip[1] + 0.15), (grip[0] - 0.02, -0.3, grip[1] + 0.16), 0.05, dark)
    shape.limb((grip[0], 0.36, grip[1] + 0.15), (grip[0] - 0.02, 0.3, grip[1] + 0.16), 0.05, dark)
    if s["scooter"]:
        shape.block((back - 0.1, 0.05, 0.34, wheel * 0.9), (back - 0.2, 0.0, 0.28, seat - 0.05), body)
        shape.block((0.0, front - 0.35, 0.30, 0.22), (0.0, front - 0.3, 0.34, 0.33), body)
        shape.block((front - 0.38, front - 0.2, 0.44, 0.25), (grip[0] - 0.04, grip[0] + 0.08, 0.30, grip[1] - 0.05), body)
        shape.block((back - 0.2, 0.12, 0.26, seat - 0.06), (back - 0.2, 0.1, 0.22, seat), dark)
        if s["top_box"]:
            shape.block((back - 0.45, back - 0.05, 0.42, seat + 0.05), (back - 0.43, back - 0.1, 0.38, seat + 0.40), look.any_colour(rng))
    else:
        shape.block((-0.25, 0.28, 0.34, wheel * 0.75), (-0.2, 0.22, 0.30, seat - 0.18), metal)
        shape.limb((0.1, -0.17, 0.32), (back - 0.1, -0.19, 0.42), 0.05, metal)
        shape.block((-0.05, 0.45, 0.26, seat - 0.18), (0.0, 0.38, 0.2, seat + s["tank"]), body)
        shape.block((back - 0.1, 0.02, 0.26, seat - 0.12), (back - 0.12, 0.0, 0.22, seat), dark)
        shape.block((back - 0.35, back + 0.1, 0.2, seat - 0.08), (back - 0.4, back + 0.05, 0.14, seat + s["tail"]), body)
        if s["fairing"]:
            shape.block((0.2, front - 0.1, 0.36, wheel), (0.35, grip[0] + 0.18, 0.40, grip[1] - 0.05), body)
            screen = shape.block((grip[0] - 0.02, grip[0] + 0.2, 0.34, grip[1] - 0.06), (grip[0] - 0.12, grip[0], 0.24, grip[1] + 0.22), body)
            paint(screen["front"], 0.1, 0.3, 0.9, 0.95, look.glass(rng), flat=True)
    shape.limb((front - 0.28, 0, wheel * 2 + 0.02), (front + 0.22, 0, wheel * 2 - 0.04), 0.05, body)
    shape.ball((grip[0] + 0.16, 0, grip[1] - 0.12), 0.10, (245, 240, 215), glow=True)
    shape.ball((back - 0.38, 0, seat - 0.03), 0.05, (200, 25, 25), glow=True)
    length = base + 2 * wheel
    return length, 0.75, {"saddle": (s["sit"], seat + 0.06), "grip": grip, "pedal": (s["pegs"], 0.33), "lean": s["lean"]}


def bicycle(shape, rng, look):
    """Adds a bicycle; returns what a rider needs to know: saddle, grip, pedal, lean."""
    s = look.bicycle(rng)
    frame = look.paint(rng)
    base, wheel = s["base"], s["wheel"]
    back, front = -base / 2, base / 2
    dark = (35, 35, 38)
    metal = look.metal(rng)
    crank = (back + 0.42 * base, wheel * 0.85)
    seat = (back + 0.22 * base, s["seat"])
    head = (front - 0.17 * base, s["head"])
    bar = (head[0] + s["reach"], s["bar"])
    tube = s["tube"]
    for x in (back, front):
        shape.ring((x, 0, wheel), wheel, s["tyre"], TYRE, steps=24)
        for turn in np.linspace(0, np.pi, 7, endpoint=False):
            c, n = np.cos(turn) * wheel, np.sin(turn) * wheel
            shape.limb((x - c, 0, wheel - n), (x + c, 0, wheel + n), 0.003, metal)
        shape.ball((x, 0, wheel), 0.035, dark)
        if s["guards"]:
            turns = np.linspace(0.5, 2.6, 7)
            r = wheel + 0.05
            arc = [(x - r * np.cos(t), 0, wheel + r * np.sin(t)) for t in turns]
            for a, b in zip(arc, arc[1:]):
                shape.limb(a, b, 0.022, frame if s["painted"] else dark)
    low = (seat[0] - 0.02, s["head"] - 0.02) if not s["step_through"] else (seat[0] + 0.03, wheel + 0.18)
    for a, b in (
        (crank, seat),
        (crank, head),
        (low, head),
        ((back, wheel), crank),
        ((back, wheel), (seat[0], s["head"] - 0.05)),
        ((front, wheel), head),
        (head, bar),
    ):
        shape.limb((a[0], 0, a[1]), (b[0], 0, b[1]), tube, frame if b != bar else dark)
    half = s["bar_width"] / 2
    shape.limb((bar[0], -half, bar[1]), (bar[0], half, bar[1]), 0.018, dark)
    for y in (-half, half):
        shape.limb((bar[0], y, bar[1]), (bar[0] - s["sweep"], y, bar[1] - s["drop"]), 0.02, dark)
    shape.limb((seat[0] - 0.14, 0, seat[1]), (seat[0] + 0.10, 0, seat[1]), 0.05, dark)
    shape.ball((crank[0], 0, crank[1]), 0.09, metal)
    for sign in (-1, 1):
        shape.limb((crank[0], sign * 0.07, crank[1]), (crank[0] + sign * 0.1, sign * 0.11, crank[1] - sign * 0.12), 0.02, dark)
    if s["basket"]:
        shape.block((bar[0] + 0.02, bar[0] + 0.3, 0.3, s["head"] - 0.02), (bar[0], bar[0] + 0.36, 0.38, s["head"] + 0.22), look.any_colour(rng))
    if s["rack"]:
        shape.limb((back - 0.2, 0, wheel * 2 + 0.1), (seat[0] - 0.05, 0, wheel * 2 + 0.1), 0.03, dark)
    return base + 2 * wheel, 0.55, {"saddle": (seat[0], seat[1] + 0.08), "grip": bar, "pedal": (crank[0], crank[1] - 0.05), "lean": s["lean"]}


def _tyres(shape, axles, width, wheel):
    for x in axles:
        for sign in (-1, 1):
            y = sign * (width / 2 - 0.13)
            shape.block((x - wheel * 0.7, x + wheel * 0.7, 0.24, 0.0), (x - wheel, x + wheel, 0.24, wheel), TYRE, layer=0)
            for face in shape.pieces[-5:]:
                face.points = face.points + (0, y, 0)


def _wheel(face, centre, radius, rng, look, rim):
    x, y, z = centre
    out = 0.004 * (1 if y > 0 else -1)
    paint_disc(face, (x, y, z + 0.05), radius * 1.16, (22, 22, 24))
    paint_disc(face, (x, y + out, z), radius, TYRE)
    metal = look.metal(rng)
    paint_disc(face, (x, y + 2 * out, z), radius * (0.5 + 0.25 * rim), metal, 12)
    paint_disc(face, (x, y + 3 * out, z), radius * 0.22, _dark(metal, 0.6), 8)


def _lamps(front, back, rng, trim, low=False):
    top, bottom = (0.55, 0.25) if low else (0.85, 0.52)
    wide = rng.uniform(0.12, 0.24)
    white = (250, 248, 225)
    paint(front, 0.04, bottom, 0.04 + wide, top, white, glow=True)
    paint(front, 0.96 - wide, bottom, 0.96, top, white, glow=True)
    grille = rng.uniform(0.25, 0.6)
    paint(front, 0.3, bottom - 0.05, 0.7, bottom - 0.05 + grille * 0.5, trim)
    paint(front, 0.4, 0.08, 0.6, 0.22, (235, 235, 225))
    if back is not None:
        red = (185, 20, 25)
        tall = rng.uniform(0.15, 0.4)
        paint(back, 0.02, 0.8 - tall, 0.02 + wide, 0.85, red, glow=True)
        paint(back, 0.98 - wide, 0.8 - tall, 0.98, 0.85, red, glow=True)
        paint(back, 0.38, 0.4, 0.62, 0.55, (235, 230, 190))
        paint(back, 0.0, 0.0, 1.0, 0.18, trim)


def _dark(colour, share):
    return tuple(c * share for c in colour)
