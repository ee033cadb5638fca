"""Draws placed shapes back to front, with a map that tells which object each pixel shows."""

from dataclasses import dataclass

import cv2
import numpy as np

from street.camera import NEAR, clipped
from street.projection import LIMIT, Projected
from street.shapes import BALL, FACE, LIMB, RING

SHIFT = 4
"""Fractional bits of the pixels that are handed to the drawing functions."""
ROUND = {LIMB: (1.18, 0.45), BALL: (1.15, 0.5)}
"""Round pieces have a streak of light: how much brighter, and how much thinner, it is."""


@dataclass(frozen=True)
class Light:
    """sun points to where the light comes from; ambient and direct add up to about 1."""

    sun: np.ndarray
    ambient: float
    direct: float
    tint: np.ndarray
    night: bool


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
        """Draws one shape in that light and haze."""
        ready = Projected(placed, self.camera)
        if not ready.visible:
            return
        left = haze.left(ready.distance)
        for i in ready.order:
            self._piece(ready, i, placed.ids, light, left, haze.fog)

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
        _fill(self.picture, piece.kind, fixed, thick, shade)
        _fill(self.ids, piece.kind, fixed, thick, owner)
        if piece.kind in ROUND and thick > 3:
            brighter, narrower = ROUND[piece.kind]
            lit = tuple(min(255.0, c * brighter) for c in shade)
            offset = int(-0.25 * thick * (1 << SHIFT))
            _fill(self.picture, piece.kind, fixed + (offset, offset), narrower * thick, lit)


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
    ready = Projected(placed, camera)
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
        _fill(masks[piece.owner], piece.kind, fixed, thick, 1)
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


def _fill(image, kind, fixed, thick, colour):
    """Draws one piece: its points in fixed-point pixels, half its thickness in pixels."""
    width = max(1, round(2 * thick))
    if kind == FACE:
        cv2.fillConvexPoly(image, fixed, colour, cv2.LINE_8, SHIFT)
    elif kind == LIMB:
        a, b = (tuple(map(int, end)) for end in fixed)
        cv2.line(image, a, b, colour, width, cv2.LINE_8, SHIFT)
    elif kind == BALL:
        centre = tuple(map(int, fixed[0]))
        cv2.circle(image, centre, max(1, int(thick * (1 << SHIFT))), colour, -1, cv2.LINE_8, SHIFT)
    else:
        cv2.polylines(image, [fixed], True, colour, width, cv2.LINE_8, SHIFT)


def _fixed(spots):
    return np.round(spots * (1 << SHIFT)).astype(np.int32)


def _rgb(colour):
    return tuple(min(255.0, max(0.0, float(c))) for c in colour)
