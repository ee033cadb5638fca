"""How a picture is placed on the network's canvas and how its look is varied, on numpy arrays."""

from dataclasses import dataclass

import cv2
import numpy as np

from . import GREY

SMALLEST_HEIGHT = 16.0
"""Pixels on the network's canvas; lower objects are ignored rather than taught."""
LEAST_SHARE = 0.5
SLIVER = 3.0
LUMA = np.array([0.299, 0.587, 0.114])


@dataclass(frozen=True)
class Sample:
    """A canvas [H, W, 3] RGB uint8, N objects with boxes [N, 4] and classes [N], ignore boxes [I, 4]."""

    pixels: np.ndarray
    boxes: np.ndarray
    classes: np.ndarray
    ignore: np.ndarray


@dataclass(frozen=True)
class Placement:
    """Canvas = picture * scale + offset per axis; a mirrored picture has a negative scale in x."""

    scale_x: float
    scale_y: float
    offset_x: float
    offset_y: float

    def boxes(self, boxes: np.ndarray) -> np.ndarray:
        """Boxes [N, 4] of the picture on the canvas, not clipped, x1 < x2 also when mirrored."""
        x = boxes[:, 0::2] * self.scale_x + self.offset_x
        y = boxes[:, 1::2] * self.scale_y + self.offset_y
        return np.stack((x.min(1), y[:, 0], x.max(1), y[:, 1]), 1).astype(np.float32)

    def pixels(self, pixels: np.ndarray, size: tuple[int, int]) -> np.ndarray:
        """The picture drawn on a grey canvas of `size` (width, height), bilinear."""
        # cv2 counts from pixel centres, boxes from pixel edges: hence the halves.
        matrix = np.array([
            [self.scale_x, 0, self.offset_x + 0.5 * self.scale_x - 0.5],
            [0, self.scale_y, self.offset_y + 0.5 * self.scale_y - 0.5],
        ])
        return cv2.warpAffine(
            pixels, matrix, size, flags=cv2.INTER_LINEAR, borderValue=(GREY, GREY, GREY)
        )


def letterbox_view(width: int, height: int, size: tuple[int, int], flip: bool = False) -> Placement:
    """The whole picture, as large as fits and centred, as inference sees it."""
    scale = min(size[0] / width, size[1] / height)
    inner = fitted(width, height, size)
    left = round((size[0] - inner[0]) / 2 - 0.1)
    top = round((size[1] - inner[1]) / 2 - 0.1)
    return _placement(scale, width, left, top, flip)


def fitted(width: int, height: int, size: tuple[int, int]) -> tuple[int, int]:
    """Width and height of a picture scaled into `size`; a very thin one keeps at least one pixel."""
    scale = min(size[0] / width, size[1] / height)
    return min(max(round(width * scale), 1), size[0]), min(max(round(height * scale), 1), size[1])


def _placement(scale: float, width: int, left: float, top: float, flip: bool) -> Placement:
    if flip:
        return Placement(-scale, scale, left + width * scale, top)
    return Placement(scale, scale, left, top)


def crop_view(
    width: int, height: int, size: tuple[int, int], objects: np.ndarray, random: np.random.Generator
) -> Placement:
    """A random part at a random scale, most often one that shows a chosen object's middle."""
    scale = float(random.uniform(0.6, 1.4))
    middle = None
    if len(objects) and random.random() < 0.8:
        box = objects[random.integers(len(objects))] * scale
        middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    left = _start(width * scale, size[0], middle and middle[0], random)
    top = _start(height * scale, size[1], middle and middle[1], random)
    return _placement(scale, width, -left, -top, bool(random.random() < 0.5))


def _start(length: float, window: int, middle: float | None, random: np.random.Generator) -> float:
    """Where a window begins along an axis of the scaled picture, so that `middle` lies in it."""
    low, high = min(0.0, length - window), max(0.0, length - window)
    if middle is not None:
        low, high = max(low, min(middle - window, high)), min(high, max(middle, low))
    return float(random.uniform(low, high))


def view(
    pixels: np.ndarray, boxes: np.ndarray, classes: np.ndarray, visible: np.ndarray,
    ignore: np.ndarray, placed: Placement, size: tuple[int, int],
) -> Sample:
    """Pixels and objects of a placed picture; what is cut too far, hidden or small is to ignore."""
    whole = placed.boxes(boxes)
    clipped = whole.copy()
    clipped[:, 0::2] = clipped[:, 0::2].clip(0, size[0])
    clipped[:, 1::2] = clipped[:, 1::2].clip(0, size[1])
    extent = clipped[:, 2:] - clipped[:, :2]
    share = visible * extent.prod(1) / np.maximum((whole[:, 2:] - whole[:, :2]).prod(1), 1e-6)
    shown = (extent >= SLIVER).all(1)
    taught = shown & ~ignore & (share >= LEAST_SHARE) & (extent[:, 1] >= SMALLEST_HEIGHT)
    return Sample(
        placed.pixels(pixels, size), clipped[taught], classes[taught], clipped[shown & ~taught]
    )


def repad(pixels: np.ndarray, placed: Placement, width: int, height: int) -> np.ndarray:
    """Makes the padding plain grey again, as it is at inference, whatever happened to the colours."""
    frame = placed.boxes(np.array([[0, 0, width, height]], np.float32))[0].clip(0)
    left, top = np.floor(frame[:2]).astype(int)
    right, bottom = np.ceil(frame[2:]).astype(int)
    pixels[:, :left], pixels[:, right:], pixels[:top], pixels[bottom:] = GREY, GREY, GREY, GREY
    return pixels


def jitter(pixels: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Colour always, blur, noise and JPEG artefacts now and then."""
    pixels = cv2.transform(pixels, colour_matrix(random))
    chance = random.random(3)
    if chance[0] < 0.08:
        pixels = cv2.GaussianBlur(pixels, (0, 0), float(random.uniform(0.4, 1.3)))
    if chance[1] < 0.08:
        noise = np.empty(pixels.shape, np.int16)
        cv2.setRNGSeed(int(random.integers(2**31 - 1)))
        cv2.randn(noise, 0, float(random.uniform(2, 10)))
        pixels = cv2.add(pixels, noise, dtype=cv2.CV_8U)
    if chance[2] < 0.08:
        quality = int(random.integers(30, 80))
        coded = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
        pixels = cv2.imdecode(coded, cv2.IMREAD_COLOR)
    return pixels


def colour_matrix(random: np.random.Generator) -> np.ndarray:
    """Saturation, tint, contrast and brightness as one affine map of RGB, [3, 4]."""
    grey = random.random() < 0.05
    saturation = 0.0 if grey else random.uniform(0.5, 1.5)
    contrast = random.uniform(0.7, 1.3)
    tint = np.ones(3) if grey else random.uniform(0.92, 1.08, 3)
    brightness = random.uniform(-25, 25)
    colour = saturation * np.eye(3) + (1 - saturation) * LUMA[None, :]
    colour = contrast * tint[:, None] * colour
    shift = np.full((3, 1), 128 * (1 - contrast) + brightness)
    return np.hstack((colour, shift))
