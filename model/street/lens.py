"""Light, weather and what a camera does to a picture."""

import math
from dataclasses import dataclass

import cv2
import numpy as np

from street.painter import Light


def random_light(rng):
    draw = rng.random()
    angle = rng.uniform(0, 2 * math.pi)
    lift = rng.uniform(0.3, 1.3)
    sun = np.array([math.cos(angle) * math.cos(lift), math.sin(angle) * math.cos(lift), math.sin(lift)])
    if draw < 0.12:
        tint = np.array([1.0, rng.uniform(0.8, 0.95), rng.uniform(0.65, 1.0)])
        return Light(sun * (1, 1, 0), rng.uniform(0.34, 0.52), 0.05, tint, True)
    if draw < 0.5:
        return Light(
            sun,
            rng.uniform(0.75, 0.95),
            rng.uniform(0.0, 0.12),
            np.array([0.97, 1.0, rng.uniform(1.0, 1.06)]),
            False,
        )
    warm = rng.uniform(0.82, 1.0)
    return Light(
        sun, rng.uniform(0.5, 0.68), rng.uniform(0.4, 0.65), np.array([1.03, 0.5 + 0.5 * warm, warm]), False
    )


def sky(canvas, light, rng):
    """A vertical gradient with soft clouds."""
    height, width = canvas.picture.shape[:2]
    if light.night:
        top, low = np.array([12, 14, 26.0]), np.array([45, 42, 50.0]) * rng.uniform(0.6, 1.2)
    elif light.direct < 0.2:
        grey = rng.uniform(150, 225)
        top, low = np.array([grey * 0.9] * 3), np.array([grey, grey, grey * 1.02])
    else:
        top = np.array([rng.uniform(60, 130), rng.uniform(120, 170), rng.uniform(190, 235)])
        low = np.array([rng.uniform(180, 225), rng.uniform(200, 230), rng.uniform(220, 245)])
    small = (width // 8, height // 8)
    ramp = np.linspace(0, 1, small[1])[:, None, None] ** 0.8
    clouds = cv2.resize(rng.normal(0, 1, (9, 14)).astype(np.float32), small, interpolation=cv2.INTER_CUBIC)
    base = top + (low - top) * ramp + 10 * clouds[:, :, None] * (0.3 if light.night else 1.0)
    cv2.resize(np.clip(base, 0, 255).astype(np.uint8), (width, height), dst=canvas.picture)
    return low


@dataclass(frozen=True)
class Haze:
    """Fog: what is reach metres away keeps 1/e of its own colour and takes the rest from the fog's."""

    reach: float
    fog: np.ndarray

    def left(self, distance):
        """Share of its own colour that something keeps at that distance in metres."""
        return math.exp(-max(0.0, distance) / self.reach)


def random_haze(horizon, rng):
    reach = rng.uniform(60, 160) if rng.random() < 0.2 else rng.uniform(300, 1500)
    return Haze(reach, np.asarray(horizon, float))


def ground_texture(canvas, grain, light, haze, rng):
    """Grain, stains and fog on the ground, by distance; call after the ground is laid."""
    camera = canvas.camera
    height, width = canvas.picture.shape[:2]
    step = 8
    xs = np.arange(0, width, step) + step / 2
    ys = np.arange(0, height, step) + step / 2
    grid = np.stack(np.meshgrid(xs, ys), axis=-1)
    rays = np.concatenate(
        [(grid - (camera.width / 2, camera.height / 2)) / camera.focal, np.ones(grid.shape[:2] + (1,))],
        axis=-1,
    )
    world = rays @ camera.axes()
    down = -world[:, :, 2]
    below = down > 1e-3
    depth = np.where(below, camera.position[2] / np.where(below, down, 1), 1e4).clip(0, 2000)
    spot = world[:, :, :2] * depth[:, :, None] + camera.position[:2]
    table = _grain_table(rng)
    big, fine = _sampled(table, spot * 1.7), _sampled(table, spot * 9.0)
    detail = 1 / (1 + depth / 25)
    factor = 1 + grain * (0.6 * big + fine * detail)
    lamps = light.tint * (light.ambient + light.direct * max(0.0, light.sun[2]))
    left = np.exp(-depth / haze.reach)
    scale = (factor * left)[:, :, None] * lamps
    add = (1 - left)[:, :, None] * haze.fog
    small = np.concatenate(
        [np.where(below[:, :, None], scale, 1), np.where(below[:, :, None], add, 0)], axis=-1
    )
    full = cv2.resize(small.astype(np.float32), (width, height), interpolation=cv2.INTER_LINEAR)
    out = canvas.picture * full[:, :, :3] + full[:, :, 3:]
    canvas.picture[:] = np.clip(out, 0, 255)


def _grain_table(rng):
    table = rng.normal(0, 1, (256, 256)).astype(np.float32)
    return table + 1.5 * cv2.GaussianBlur(table, (0, 0), 3, borderType=cv2.BORDER_REFLECT) * 3


def _sampled(table, spots):
    index = np.floor(spots).astype(int) % 256
    return table[index[:, :, 1], index[:, :, 0]]


def cast(canvas, mask, light, blur):
    """Darkens the ground where mask says shadow."""
    if light.direct < 0.02 and not light.night:
        strength = 0.25
    else:
        strength = 0.62 * light.direct / (light.ambient + light.direct)
    soft = cv2.blur(mask, (blur, blur))
    factor = 256 - (soft.astype(np.uint16) * int(strength * 256) >> 8)
    canvas.picture[:] = (canvas.picture * factor[:, :, None].astype(np.uint16) >> 8).astype(np.uint8)


def glow(picture, glows, scale):
    """Adds the light of lamps at night."""
    if not glows:
        return picture
    small = np.zeros((picture.shape[0] // 8 + 1, picture.shape[1] // 8 + 1, 3), np.float32)
    for (x, y), span, colour in glows:
        if 0 <= x < picture.shape[1] and 0 <= y < picture.shape[0]:
            cv2.circle(small, (int(x / 8), int(y / 8)), max(1, int(span / 10)), tuple(map(float, colour)), -1)
    near = cv2.GaussianBlur(small, (0, 0), 1.2 * scale)
    far = cv2.GaussianBlur(small, (0, 0), 5 * scale)
    light = cv2.resize(0.7 * near + 0.8 * far, (picture.shape[1], picture.shape[0]))
    return np.clip(picture + light, 0, 255).astype(np.uint8)


class Lens:
    """A camera's own faults, drawn once per camera so that a video keeps them."""

    def __init__(self, rng, night=False):
        self.soft = rng.uniform(0.3, 1.3) if rng.random() < 0.4 else 0.0
        self.shake = (rng.uniform(2, 7), rng.uniform(0, math.pi)) if rng.random() < 0.12 else None
        self.noise = rng.uniform(3, 10) if night else (rng.uniform(1, 10) if rng.random() < 0.6 else 1.0)
        self.gamma = rng.uniform(0.75, 1.0 if night else 1.3)
        self.contrast = rng.uniform(0.8, 1.2)
        self.balance = rng.uniform(0.92, 1.08, 3)
        self.colourful = rng.uniform(0.6, 1.25) if rng.random() > 0.05 else 0.0
        self.vignette = rng.uniform(0, 0.45) if rng.random() < 0.4 else 0.0
        self.rain = int(rng.integers(60, 350)) if rng.random() < 0.1 else 0
        self.snow = int(rng.integers(60, 300)) if rng.random() < 0.06 else 0

    def taken(self, picture, rng):
        """The picture [h, w, 3] in RGB as this camera delivers it."""
        picture = self._weather(picture, rng)
        if self.soft:
            picture = cv2.GaussianBlur(picture, (0, 0), self.soft)
        if self.shake:
            picture = cv2.filter2D(picture, -1, _streak(*self.shake))
        height, width = picture.shape[:2]
        out = picture.astype(np.float32)
        if self.colourful != 1.0:
            grey = out @ np.array([0.299, 0.587, 0.114], np.float32)
            out = grey[:, :, None] + self.colourful * (out - grey[:, :, None])
        out = (out - 128) * self.contrast + 128
        table = (np.linspace(0, 1, 256) ** self.gamma * 255).astype(np.float32)
        out = table[np.clip(out, 0, 255).astype(np.uint8)] * self.balance.astype(np.float32)
        if self.vignette:
            y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
            out *= (1 - self.vignette * 0.5 * (x * x + y * y)).astype(np.float32)[:, :, None]
        speckle = rng.standard_normal((height, width), np.float32)
        out += self.noise * speckle[:, :, None]
        return np.clip(out, 0, 255).astype(np.uint8)

    def _weather(self, picture, rng):
        height, width = picture.shape[:2]
        if self.rain:
            veil = picture.copy()
            slope = rng.uniform(-0.2, 0.2)
            for _ in range(self.rain):
                x, y, n = rng.integers(0, width), rng.integers(0, height), rng.integers(6, 24)
                cv2.line(
                    veil, (int(x), int(y)), (int(x + slope * n), int(y + n)), (200, 205, 210), 1, cv2.LINE_AA
                )
            picture = cv2.addWeighted(picture, 0.7, veil, 0.3, 0)
        for _ in range(self.snow):
            x, y = rng.integers(0, width), rng.integers(0, height)
            cv2.circle(picture, (int(x), int(y)), int(rng.integers(1, 3)), (235, 238, 240), -1, cv2.LINE_AA)
        return picture


def _streak(length, angle):
    size = int(length) | 1
    kernel = np.zeros((size, size), np.float32)
    c, s = math.cos(angle) * size / 2, math.sin(angle) * size / 2
    middle = size / 2
    cv2.line(kernel, (int(middle - c), int(middle - s)), (int(middle + c), int(middle + s)), 1.0, 1)
    return kernel / max(1e-6, kernel.sum())
