"""A pinhole camera above a flat world."""

import functools
import math
from dataclasses import dataclass

import numpy as np

NEAR = 0.4


@dataclass(frozen=True)
class Camera:
    """World axes: x along the road, y to its left, z up, in metres.

    yaw is the heading of the view in the ground plane, pitch is positive downwards, roll turns the
    picture; all in radians. focal is in pixels of a picture of width x height pixels.
    """

    position: tuple[float, float, float]
    yaw: float
    pitch: float
    roll: float
    focal: float
    width: int
    height: int

    def axes(self):
        """Rows: right, down, forward of the view in world axes; shape [3, 3]."""
        return _axes(self.yaw, self.pitch, self.roll)

    def view(self, points):
        """Camera coordinates (right, down, depth) of world points; both [n, 3]."""
        return (np.asarray(points) - self.position) @ self.axes().T

    def pixels(self, seen):
        """Pixels [n, 2] of camera coordinates [n, 3] that lie in front of the camera."""
        centre = (self.width / 2, self.height / 2)
        return seen[:, :2] * (self.focal / seen[:, 2:3]) + centre


@functools.lru_cache(maxsize=64)
def _axes(yaw, pitch, roll):
    forward = np.array([math.cos(pitch) * math.cos(yaw), math.cos(pitch) * math.sin(yaw), -math.sin(pitch)])
    right = np.array([math.sin(yaw), -math.cos(yaw), 0.0])
    down = np.cross(forward, right)
    c, s = math.cos(roll), math.sin(roll)
    return np.stack([c * right + s * down, -s * right + c * down, forward])


def clipped(seen, camera):
    """The part of a polygon [n, 3] in camera coordinates that lies in front of the camera.

    It is cut by the planes of a view three times as wide as the picture (Sutherland-Hodgman), so that
    what is left projects to moderate pixels.
    """
    x = 1.5 * camera.width / camera.focal
    y = 1.5 * camera.height / camera.focal
    planes = ((0, 0, 1, -NEAR), (1, 0, x, 0), (-1, 0, x, 0), (0, 1, y, 0), (0, -1, y, 0))
    for *normal, offset in planes:
        if len(seen) == 0:
            break
        inside = seen @ np.array(normal, float) + offset
        if inside.min() >= 0:
            continue
        kept = []
        for i in range(len(seen)):
            j = (i + 1) % len(seen)
            if inside[i] >= 0:
                kept.append(seen[i])
            if (inside[i] >= 0) != (inside[j] >= 0):
                share = inside[i] / (inside[i] - inside[j])
                kept.append(seen[i] + share * (seen[j] - seen[i]))
        seen = np.array(kept)
    return seen
