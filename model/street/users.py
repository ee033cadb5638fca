"""Road users ready to be placed: each is a shape with one or two objects (a rider and what is ridden)."""

from dataclasses import dataclass

import numpy as np

from street import CLASSES
from street.cars import bus, car
from street.cycles import bicycle, motorcycle
from street.people import rider, walker
from street.shapes import Shape
from street.trucks import truck

CLASS = {name: i for i, name in enumerate(CLASSES)}


@dataclass
class User:
    """labels has the class of each owner in the shape; length and width in metres."""

    pieces: list
    labels: tuple
    length: float
    width: float
    build: dict | None = None


def make(kind, rng, look, ridden=None):
    """A road user of that kind; ridden says whether a cycle has somebody on it (None draws it)."""
    shape = Shape()
    if kind == "person":
        shape, build = walker(rng, look)
        return User(shape.pieces, (CLASS["person"],), 0.5, 0.5, build)
    if kind in ("car", "bus", "truck"):
        length, width = {"car": car, "bus": bus, "truck": truck}[kind](shape, rng, look)
        return User(shape.pieces, (CLASS[kind],), length, width)
    add = {"bicycle": bicycle, "motorcycle": motorcycle}[kind]
    length, width, seat = add(shape, rng, look)
    if ridden is None:
        ridden = rng.random() < 0.7
    if not ridden:
        return User(shape.pieces, (CLASS[kind],), length, width)
    build = look.build(rng)
    build["height"] = max(build["height"], 1.5)
    wears = kind == "motorcycle" or rng.random() < 0.5
    shape.owner = 1
    rider(shape, build, helmet=look.helmet(rng) if wears else None, **seat)
    return User(shape.pieces, (CLASS[kind], CLASS["person"]), length, width)


def tinted(pieces, rng):
    """Uneven dirt and wear: each face its own brightness."""
    for piece in pieces:
        share = rng.uniform(0.94, 1.05)
        piece.colour = tuple(np.minimum(255, share * np.asarray(piece.colour)))
    return pieces
