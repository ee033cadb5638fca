"""What vehicles have in common: wheels, lamps, and a darker shade of a colour."""

from street.shapes import paint, paint_disc

TYRE = (28, 28, 30)


def tyres(shape, axles, width, wheel):
    for x in axles:
        for sign in (-1, 1):
            y = sign * (width / 2 - 0.13)
            shape.block(
                (x - wheel * 0.7, x + wheel * 0.7, 0.24, 0.0),
                (x - wheel, x + wheel, 0.24, wheel),
                TYRE,
                layer=0,
            )
            for face in shape.pieces[-5:]:
                face.points = face.points + (0, y, 0)


def add_wheel(face, centre, radius, rng, look, rim):
    x, y, z = centre
    out = 0.004 * (1 if y > 0 else -1)
    paint_disc(face, (x, y, z + 0.05), radius * 1.16, (22, 22, 24))
    paint_disc(face, (x, y + out, z), radius, TYRE)
    metal = look.metal(rng)
    paint_disc(face, (x, y + 2 * out, z), radius * (0.5 + 0.25 * rim), metal, 12)
    paint_disc(face, (x, y + 3 * out, z), radius * 0.22, dark(metal, 0.6), 8)


def lamps(front, back, rng, trim, low=False):
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


def dark(colour, share):
    return tuple(c * share for c in colour)
