"""Motorcycles and bicycles; every measure in metres."""

import numpy as np

from street.fittings import TYRE
from street.shapes import paint


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
        shape.block(
            (front - 0.38, front - 0.2, 0.44, 0.25),
            (grip[0] - 0.04, grip[0] + 0.08, 0.30, grip[1] - 0.05),
            body,
        )
        shape.block((back - 0.2, 0.12, 0.26, seat - 0.06), (back - 0.2, 0.1, 0.22, seat), dark)
        if s["top_box"]:
            shape.block(
                (back - 0.45, back - 0.05, 0.42, seat + 0.05),
                (back - 0.43, back - 0.1, 0.38, seat + 0.40),
                look.any_colour(rng),
            )
    else:
        shape.block((-0.25, 0.28, 0.34, wheel * 0.75), (-0.2, 0.22, 0.30, seat - 0.18), metal)
        shape.limb((0.1, -0.17, 0.32), (back - 0.1, -0.19, 0.42), 0.05, metal)
        shape.block((-0.05, 0.45, 0.26, seat - 0.18), (0.0, 0.38, 0.2, seat + s["tank"]), body)
        shape.block((back - 0.1, 0.02, 0.26, seat - 0.12), (back - 0.12, 0.0, 0.22, seat), dark)
        shape.block(
            (back - 0.35, back + 0.1, 0.2, seat - 0.08),
            (back - 0.4, back + 0.05, 0.14, seat + s["tail"]),
            body,
        )
        if s["fairing"]:
            shape.block((0.2, front - 0.1, 0.36, wheel), (0.35, grip[0] + 0.18, 0.40, grip[1] - 0.05), body)
            screen = shape.block(
                (grip[0] - 0.02, grip[0] + 0.2, 0.34, grip[1] - 0.06),
                (grip[0] - 0.12, grip[0], 0.24, grip[1] + 0.22),
                body,
            )
            paint(screen["front"], 0.1, 0.3, 0.9, 0.95, look.glass(rng), flat=True)
    shape.limb((front - 0.28, 0, wheel * 2 + 0.02), (front + 0.22, 0, wheel * 2 - 0.04), 0.05, body)
    shape.ball((grip[0] + 0.16, 0, grip[1] - 0.12), 0.10, (245, 240, 215), glow=True)
    shape.ball((back - 0.38, 0, seat - 0.03), 0.05, (200, 25, 25), glow=True)
    length = base + 2 * wheel
    return (
        length,
        0.75,
        {"saddle": (s["sit"], seat + 0.06), "grip": grip, "pedal": (s["pegs"], 0.33), "lean": s["lean"]},
    )


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
        shape.limb(
            (crank[0], sign * 0.07, crank[1]),
            (crank[0] + sign * 0.1, sign * 0.11, crank[1] - sign * 0.12),
            0.02,
            dark,
        )
    if s["basket"]:
        shape.block(
            (bar[0] + 0.02, bar[0] + 0.3, 0.3, s["head"] - 0.02),
            (bar[0], bar[0] + 0.36, 0.38, s["head"] + 0.22),
            look.any_colour(rng),
        )
    if s["rack"]:
        shape.limb((back - 0.2, 0, wheel * 2 + 0.1), (seat[0] - 0.05, 0, wheel * 2 + 0.1), 0.03, dark)
    return (
        base + 2 * wheel,
        0.55,
        {
            "saddle": (seat[0], seat[1] + 0.08),
            "grip": bar,
            "pedal": (crank[0], crank[1] - 0.05),
            "lean": s["lean"],
        },
    )
