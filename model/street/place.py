"""The place: road, pavements, and what stands beside them."""

from dataclasses import dataclass, field

import numpy as np

from street.furniture import building, furniture


@dataclass
class Place:
    """A straight road along x; half is half its width in metres, kerb the width of each pavement."""

    lanes: int
    lane: float
    kerb: float
    parking: bool
    rural: bool
    asphalt: float
    crossings: list
    side_road: float | None
    markings: tuple
    pavement: tuple
    verge: tuple
    buildings: list = field(default_factory=list)
    furniture: list = field(default_factory=list)

    @property
    def half(self):
        return self.lanes * self.lane / 2 + (2.2 if self.parking else 0.0)

    def lane_centres(self):
        """(y, direction) of each lane; traffic keeps to the right."""
        start = -self.lanes * self.lane / 2
        centres = [start + (i + 0.5) * self.lane for i in range(self.lanes)]
        if self.lanes == 1:
            return [(centres[0], 1)]
        return [(y, 1 if y < 0 else -1) for y in centres]


def random_place(rng, look):
    rural = rng.random() < 0.2
    place = Place(
        lanes=int(rng.choice([2, 2, 2, 3, 4, 4, 6])),
        lane=rng.uniform(2.9, 3.7),
        kerb=rng.uniform(0.5, 1.0) if rural else rng.uniform(2.0, 6.0),
        parking=not rural and rng.random() < 0.4,
        rural=rural,
        asphalt=rng.uniform(60, 150),
        crossings=[] if rural else [rng.uniform(-5, 35) for _ in range(rng.integers(0, 3))],
        side_road=rng.uniform(5, 40) if rng.random() < 0.25 else None,
        markings=(235, 235, 228) if rng.random() < 0.8 else (225, 190, 70),
        pavement=tuple(
            rng.uniform(105, 185) * np.array([1.0, rng.uniform(0.94, 1.0), rng.uniform(0.86, 1.0)])
        ),
        verge=tuple(np.array([rng.uniform(60, 130), rng.uniform(90, 150), rng.uniform(40, 80)])),
    )
    place.buildings = [] if rural else _buildings(rng, look, place)
    place.furniture = furniture(rng, look, place)
    return place


def lay(canvas, place, rng):
    """Paints ground, road and markings."""
    far, near = 4000.0, -4000.0
    rough = place.asphalt
    asphalt = np.array([rough, rough, rough * 1.02])
    edge = place.half + place.kerb
    canvas.ground([(near, near, 0), (far, near, 0), (far, far, 0), (near, far, 0)], place.verge)
    for sign in (-1, 1):
        canvas.ground(_strip(near, far, sign * place.half, sign * edge), place.pavement)
        canvas.ground(
            _strip(near, far, sign * place.half, sign * (place.half + 0.25)), np.array(place.pavement) * 0.8
        )
    canvas.ground(_strip(near, far, -place.half, place.half), asphalt)
    if place.side_road is not None:
        x = place.side_road
        canvas.ground([(x - 3.5, -200, 0), (x + 3.5, -200, 0), (x + 3.5, 200, 0), (x - 3.5, 200, 0)], asphalt)
    for _ in range(rng.integers(0, 7)):
        x, y = rng.uniform(-10, 50), rng.uniform(-place.half, place.half)
        w, l = rng.uniform(0.3, 1.4), rng.uniform(0.4, 5)
        canvas.ground(
            [(x, y, 0), (x + l, y + 0.1, 0), (x + l, y + w, 0), (x, y + w, 0)],
            asphalt * rng.uniform(0.75, 1.12),
        )
    faded = np.array(place.markings) * rng.uniform(0.75, 1.0)
    side = place.lanes * place.lane / 2
    for i in range(1, place.lanes):
        y = -side + i * place.lane
        solid = i * 2 == place.lanes and rng.random() < 0.4
        _line(canvas, y, faded, solid, rng)
    if rng.random() < 0.6:
        for y in (-side + 0.12, side - 0.12):
            _line(canvas, y, faded, True, rng)
    for x in place.crossings:
        y = -place.half + 0.3
        while y < place.half - 0.4:
            canvas.ground([(x, y, 0), (x + 3, y, 0), (x + 3, y + 0.5, 0), (x, y + 0.5, 0)], faded)
            y += 1.0


def _line(canvas, y, colour, solid, rng):
    if solid:
        canvas.ground(_strip(-80, 200, y - 0.07, y + 0.07), colour)
        return
    x = -40 + rng.uniform(0, 6)
    while x < 120:
        canvas.ground(_strip(x, x + 3, y - 0.07, y + 0.07), colour)
        x += 7.5


def _strip(x0, x1, y0, y1):
    return [(x0, y0, 0), (x1, y0, 0), (x1, y1, 0), (x0, y1, 0)]


def _buildings(rng, look, place):
    made = []
    for sign in (-1, 1):
        x = rng.uniform(-30, -15)
        while x < 110:
            wide, deep = rng.uniform(7, 26), rng.uniform(8, 16)
            if rng.random() < 0.82:
                y = sign * (place.half + place.kerb + rng.uniform(0, 3) + deep / 2)
                made.append(building(rng, look, x + wide / 2, y, wide, deep))
            x += wide + (rng.uniform(0, 1) if rng.random() < 0.6 else rng.uniform(3, 10))
    if rng.random() < 0.6:
        far = rng.uniform(75, 120)
        for _ in range(rng.integers(1, 4)):
            made.append(building(rng, look, far, rng.uniform(-30, 30), 14, rng.uniform(15, 40)))
    return made
