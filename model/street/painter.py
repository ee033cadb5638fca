"""Draws placed shapes back to front, with a map that tells which object each pixel shows."""

import math
from dataclasses import dataclass

import cv2
import numpy as np

from street.camera import NEAR, clipped
from street.shapes import BALL, FACE, LIMB, RING

SHIFT = 4
LIMIT = 12000.0


@dataclass(frozen=True)
class Light:
    """sun points to where the light comes from; ambient and direct add up to about 1."""

    sun: np.ndarray
    ambient: float
    direct: float
    tint: np.ndarray
    night: bool


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


class Canvas:
    """A picture in RGB, the id of what each pixel shows, and the lamps that glow at night."""

    def __init__(self, camera):
        self.camera = camera
        self.picture = np.zeros((camera.height, camera.width, 3), np.uint8)
        self.ids = np.zeros((camera.height, camera.width), np.uint8)
        self.glows = []

    def ground(self, points, colour):
        """Fills a polygon of world points, clipped at the camera."""
        seen = clipped(self.camera.view(points), self.camera)
        if len(seen) >= 3:
            spots = self.camera.pixels(seen)
            cv2.fillPoly(self.picture, [_fixed(spots)], _rgb(colour), cv2.LINE_8, SHIFT)

    def draw(self, placed, light, haze):
        """Draws one shape; haze(distance) is the share of its own colour that is left, and the fog."""
        ready = _Projected(placed, self.camera)
        if not ready.visible:
            return
        left, fog = haze(ready.distance)
        for i in ready.order:
            self._piece(ready, i, placed.ids, light, left, fog)

    def _piece(self, ready, i, ids, light, left, fog):
        piece = ready.pieces[i]
        start, end = ready.spans[i]
        spots, owner = ready.spots[start:end], ids[piece.owner]
        normal = ready.normals[i]
        colour = piece.colour
        if piece.glow and light.night:
            shade = np.asarray(colour, float)
            middle = spots.mean(axis=0)
            span = np.ptp(spots, axis=0).max() if len(spots) > 1 else 2 * ready.thickness(i)
            self.glows.append((middle, span, shade))
        elif piece.kind == FACE:
            shade = light_on(light, normal, piece.flat) * np.asarray(colour, float)
        else:
            shade = light_on(light, np.array([0.0, 0.0, 0.3]), False) * np.asarray(colour, float)
        shade = _rgb(left * shade + (1 - left) * fog)
        thick = ready.thickness(i)
        fixed = _fixed(spots)
        if piece.kind == FACE:
            cv2.fillConvexPoly(self.picture, fixed, shade, cv2.LINE_8, SHIFT)
            cv2.fillConvexPoly(self.ids, fixed, owner, cv2.LINE_8, SHIFT)
        elif piece.kind == LIMB:
            _limb(self.picture, fixed, shade, thick)
            _limb(self.ids, fixed, owner, thick)
            if thick > 3:
                lit = tuple(min(255.0, c * 1.18) for c in shade)
                offset = int(-0.25 * thick * (1 << SHIFT))
                _limb(self.picture, fixed + (offset, offset), lit, 0.45 * thick)
        elif piece.kind == BALL:
            _ball(self.picture, fixed, shade, thick)
            _ball(self.ids, fixed, owner, thick)
            if thick > 3:
                lit = tuple(min(255.0, c * 1.15) for c in shade)
                offset = int(-0.25 * thick * (1 << SHIFT))
                _ball(self.picture, fixed + (offset, offset), lit, 0.5 * thick)
        else:
            width = max(1, round(2 * thick))
            cv2.polylines(self.picture, [fixed], True, shade, width, cv2.LINE_8, SHIFT)
            cv2.polylines(self.ids, [fixed], True, owner, width, cv2.LINE_8, SHIFT)


def light_on(light, normal, flat):
    """Colour factor [3] of a surface; flat surfaces (glass) mirror the sky more than the sun."""
    if flat:
        return (0.75 + 0.5 * max(0.0, normal[2])) * light.tint * (light.ambient + 0.6 * light.direct)
    facing = max(0.0, float(normal @ light.sun))
    up = 0.82 + 0.18 * normal[2]
    return light.tint * (light.ambient * up + light.direct * facing)


def silhouettes(placed, camera, size=160):
    """Full area in pixels of each owner as if nothing hid it, in or out of the picture.

    It is measured in a small picture of its own, scaled to the object.
    """
    ready = _Projected(placed, camera)
    areas = [0.0] * len(placed.ids)
    if not ready.in_front:
        return areas
    low, high = ready.spots.min(axis=0), ready.spots.max(axis=0)
    zoom = min(1.0, size / max(1.0, float((high - low).max())))
    masks = [np.zeros((size + 8, size + 8), np.uint8) for _ in placed.ids]
    for i in ready.order:
        piece, (start, end) = ready.pieces[i], ready.spans[i]
        fixed = _fixed((ready.spots[start:end] - low) * zoom + 4)
        thick = ready.thickness(i) * zoom
        mask = masks[piece.owner]
        if piece.kind == FACE:
            cv2.fillConvexPoly(mask, fixed, 1, cv2.LINE_8, SHIFT)
        elif piece.kind == LIMB:
            _limb(mask, fixed, 1, thick)
        elif piece.kind == BALL:
            _ball(mask, fixed, 1, thick)
        else:
            cv2.polylines(mask, [fixed], True, 1, max(1, round(2 * thick)), cv2.LINE_8, SHIFT)
    return [float(mask.sum()) / zoom**2 for mask in masks]


def shadow(placed, light, camera, mask):
    """Fills the shadow on the ground into mask."""
    sun = light.sun
    pieces = [p for p in placed.pieces if len(p.points) > 1]
    if sun[2] < 0.15 or not pieces:
        return
    points = placed.world(np.concatenate([p.points for p in pieces]))
    seen = camera.view(points - points[:, 2:3] * (sun / sun[2]))
    if seen[:, 2].min() < NEAR:
        return
    fixed = _fixed(np.clip(camera.pixels(seen), -LIMIT, LIMIT))
    scale = 2 * camera.focal / float(seen[:, 2].mean())
    start = 0
    for piece in pieces:
        end = start + len(piece.points)
        if piece.kind in (LIMB, RING):
            width = max(1, round(scale * piece.radius))
            cv2.polylines(mask, [fixed[start:end]], piece.kind == RING, 255, width, cv2.LINE_8, SHIFT)
        else:
            cv2.fillConvexPoly(mask, fixed[start:end], 255, cv2.LINE_8, SHIFT)
        start = end


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
    ax0, ax1, ay0, ay1 = a.bounds
    bx0, bx1, by0, by1 = b.bounds
    hides = False
    if ax1 <= bx0:
        if x >= bx0:
            return False
        hides |= x < ax1
    if bx1 <= ax0:
        if x <= bx1:
            return False
        hides |= x > ax0
    if ay1 <= by0:
        if y >= by0:
            return False
        hides |= y < ay1
    if by1 <= ay0:
        if y <= by1:
            return False
        hides |= y > ay0
    return hides


class _Projected:
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
        self.visible = bool(
            high[0] > 0 and high[1] > 0 and low[0] < camera.width and low[1] < camera.height
        )
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
        heart = np.stack(
            [np.bincount(parts[own], centre[own, k], count) / weights for k in range(3)], axis=1
        )
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


def _limb(image, fixed, colour, thick):
    width = max(1, round(2 * thick))
    cv2.line(
        image, tuple(map(int, fixed[0])), tuple(map(int, fixed[1])), colour, width, cv2.LINE_8, SHIFT
    )


def _ball(image, fixed, colour, thick):
    cv2.circle(
        image, tuple(map(int, fixed[0])), max(1, int(thick * (1 << SHIFT))), colour, -1, cv2.LINE_8, SHIFT
    )


def _fixed(spots):
    return np.round(spots * (1 << SHIFT)).astype(np.int32)


def _rgb(colour):
    return tuple(min(255.0, max(0.0, float(c))) for c in colour)
