"""From a picture to detections exactly as the product does it: letterbox, network, suppression."""

from collections.abc import Callable

import cv2
import numpy as np

from . import GREY
from .augment import fitted, letterbox_view
from .metrics import Detections, overlaps

SIZE = 640
OVERLAP = 0.7
MOST = 300
CANDIDATES = 30_000

Model = Callable[[np.ndarray], np.ndarray]
"""Pictures [1, 3, SIZE, SIZE], RGB in 0..1, fp32, to detections [1, 4 + classes, anchors]."""


def letterbox(pixels: np.ndarray) -> np.ndarray:
    """[H, W, 3] uint8 scaled to fit SIZE, centred on grey: [1, 3, SIZE, SIZE] in 0..1."""
    height, width = pixels.shape[:2]
    placed = letterbox_view(width, height, (SIZE, SIZE))
    inner = fitted(width, height, (SIZE, SIZE))
    if inner != (width, height):
        pixels = cv2.resize(pixels, inner, interpolation=cv2.INTER_LINEAR)
    canvas = np.full((SIZE, SIZE, 3), GREY, np.uint8)
    left, top = int(placed.offset_x), int(placed.offset_y)
    canvas[top:top + inner[1], left:left + inner[0]] = pixels
    return canvas.transpose(2, 0, 1)[None].astype(np.float32) / 255


def detect(model: Model, pixels: np.ndarray, floor: float) -> Detections:
    """Detections of a picture [H, W, 3] RGB above `floor` confidence, boxes in its pixels."""
    height, width = pixels.shape[:2]
    placed = letterbox_view(width, height, (SIZE, SIZE))
    kept = suppress(model(letterbox(pixels))[0], floor)
    boxes = kept.boxes - np.array([placed.offset_x, placed.offset_y] * 2, np.float32)
    boxes = boxes / placed.scale_x
    boxes[:, 0::2] = boxes[:, 0::2].clip(0, width)
    boxes[:, 1::2] = boxes[:, 1::2].clip(0, height)
    return Detections(boxes, kept.scores, kept.classes)


def whole_pixels(found: Detections) -> Detections:
    """Boxes cut off to whole pixels, as the product's results have them."""
    return Detections(np.floor(found.boxes + 1e-6), found.scores, found.classes)


def suppress(output: np.ndarray, floor: float) -> Detections:
    """Rows [4 + classes, anchors] to the MOST best detections without doubles within a class."""
    classes = output[4:].argmax(0)
    scores = output[4:].max(0)
    chosen = np.flatnonzero(scores > floor)
    chosen = chosen[np.argsort(-scores[chosen], kind="stable")][:CANDIDATES]
    middle, half = output[:2, chosen].T, output[2:4, chosen].T / 2
    boxes, scores, classes = np.hstack((middle - half, middle + half)), scores[chosen], classes[chosen]
    kept = []
    for number in np.unique(classes):
        rest = np.flatnonzero(classes == number)
        while len(rest):
            kept.append(rest[0])
            overlap = overlaps(boxes[rest[:1]], boxes[rest[1:]])[0][0]
            rest = rest[1:][overlap <= OVERLAP]
    kept = np.sort(np.array(kept, int))[:MOST]
    return Detections(boxes[kept], scores[kept], classes[kept])
