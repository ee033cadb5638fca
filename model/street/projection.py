"""Shapes as a camera sees them, and the order in which they can be painted."""

import math
from dataclasses import dataclass

import numpy as np

from street.camera import NEAR
from street.shapes import FACE

LIMIT = 12000.0
"""Pixels are cut off there, so that they fit the fixed-point numbers of the drawing functions."""


@dataclass
class Placed:
    """A shape in the world; ids has the id of each owner, 0 for what is no road user."""

    pieces: list
    x: float
    y: float
    heading: float
    ids: tuple
    length: float
    width: float
    bounds: tuple = None

    def __post_init__(self):
        c, s = abs(math.cos(self.heading)), abs(math.sin(self.heading))
        half_x = (c * self.length + s * self.width) / 2
        half_y = (s * self.length + c * self.width) / 2
        self.bounds = (self.x - half_x, self.x + half_x, self.y - half_y, self.y + half_y)

    def world(self, points):
        c, s = math.cos(self.heading), math.sin(self.heading)
        x, y = points[:, 0], points[:, 1]
        return np.stack([self.x + c * x - s * y, self.y + s * x + c * y, points[:, 2]], axis=1)


class Projected:
    """The pieces of a shape in pixels, in drawing order, hidden faces left out."""

    def __init__(self, placed, camera):
        self.pieces, parents = [], []
        for piece in placed.pieces:
            parent = len(self.pieces)
            self.pieces.append(piece)
            parents.append(parent)
            for detail in piece.details:
                self.pieces.append(detail)
                parents.append(parent)
        counts = [len(p.points) for p in self.pieces]
        ends = np.cumsum(counts)
        self.spans = list(zip(ends - counts, ends))
        world = placed.world(np.concatenate([p.points for p in self.pieces]))
        seen = camera.view(world)
        self.in_front = bool(seen[:, 2].min() > NEAR)
        self.visible = False
        if not self.in_front:
            return
        self.spots = np.clip(camera.pixels(seen), -LIMIT, LIMIT)
        low, high = self.spots.min(axis=0), self.spots.max(axis=0)
        self.visible = bool(high[0] > 0 and high[1] > 0 and low[0] < camera.width and low[1] < camera.height)
        starts = ends - counts
        depth = np.add.reduceat(seen[:, 2], starts) / counts
        centre = np.add.reduceat(world, starts, axis=0) / np.array(counts)[:, None]
        self.distance = float(seen[:, 2].mean())
        self._radius = np.array([p.radius for p in self.pieces]) * camera.focal / depth
        self._sort(world, centre, depth, parents, np.asarray(camera.position))

    def thickness(self, i):
        return float(self._radius[i])

    def _sort(self, world, centre, depth, parents, eye):
        kinds = np.array([p.kind for p in self.pieces])
        parts = np.array([self.pieces[parent].part for parent in parents])
        count = parts.max() + 1
        own = np.array([i == parent for i, parent in enumerate(parents)])
        weights = np.bincount(parts[own], minlength=count).clip(1)
        heart = np.stack([np.bincount(parts[own], centre[own, k], count) / weights for k in range(3)], axis=1)
        part_depth = np.bincount(parts[own], depth[own], count) / weights
        starts = np.array([s for s, _ in self.spans])
        first = world[starts]
        second = world[np.minimum(starts + 1, len(world) - 1)]
        third = world[np.minimum(starts + 2, len(world) - 1)]
        normals = np.cross(second - first, third - first)
        normals /= np.linalg.norm(normals, axis=1, keepdims=True) + 1e-12
        outward = np.sum(normals * (centre - heart[parts]), axis=1)
        normals[outward < 0] *= -1
        self.normals = normals[parents]
        faces_away = (kinds == FACE) & (np.sum(normals * (centre - eye), axis=1) >= 0)
        hidden = faces_away[parents]
        keys = [
            (self.pieces[p].layer, -part_depth[parts[p]], parts[p], -depth[p], p, i)
            for i, p in enumerate(parents)
            if not hidden[i]
        ]
        keys.sort()
        self.order = [key[-1] for key in keys]


def back_to_front(things, camera):
    """Order in which boxes on the ground can be painted: none before what it hides."""
    left = list(things)
    x, y = camera.position[:2]
    left.sort(key=lambda t: -((t.x - x) ** 2 + (t.y - y) ** 2))
    done = []
    while left:
        chosen = 0
        for i, thing in enumerate(left):
            if not any(_hides(thing, other, x, y) for j, other in enumerate(left) if j != i):
                chosen = i
                break
        done.append(left.pop(chosen))
    return done


def _hides(a, b, x, y):
    """Whether a may stand in front of b, seen from x, y."""
    hides = False
    for low, high, eye in ((0, 1, x), (2, 3, y)):
        if a.bounds[high] <= b.bounds[low]:
            if eye >= b.bounds[low]:
                return False
            hides |= eye < a.bounds[high]
        if b.bounds[high] <= a.bounds[low]:
            if eye <= b.bounds[high]:
                return False
            hides |= eye > a.bounds[low]
    return hides
