"""Average precision as COCO defines it, and precision and recall at a given confidence.

Boxes are x1, y1, x2, y2. Detections and objects match within a picture and a class only. A detection
that finds no free object but lies to half or more of its own area in an ignore box (of any class)
counts neither as right nor as wrong.
"""

from dataclasses import dataclass

import numpy as np

THRESHOLDS = np.linspace(0.5, 0.95, 10)
RECALLS = np.linspace(0, 1, 101)
IGNORED_SHARE = 0.5


@dataclass(frozen=True)
class Detections:
    """What a network says of one picture: boxes [D, 4], scores [D], classes [D]."""

    boxes: np.ndarray
    scores: np.ndarray
    classes: np.ndarray

    def of(self, number: int) -> "Detections":
        """Those of one class, best first."""
        chosen = np.flatnonzero(self.classes == number)
        chosen = chosen[np.argsort(-self.scores[chosen], kind="stable")]
        return Detections(self.boxes[chosen], self.scores[chosen], self.classes[chosen])

    def above(self, confidence: float) -> "Detections":
        chosen = self.scores >= confidence
        return Detections(self.boxes[chosen], self.scores[chosen], self.classes[chosen])


@dataclass(frozen=True)
class Objects:
    """What a picture shows: boxes [N, 4], classes [N] and ignore boxes [I, 4]."""

    boxes: np.ndarray
    classes: np.ndarray
    ignore: np.ndarray


@dataclass(frozen=True)
class Counts:
    """Detections that are right and wrong, and objects there are."""

    right: int
    wrong: int
    objects: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else float("nan")

    @property
    def recall(self) -> float:
        return self.right / self.objects if self.objects else float("nan")

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.wrong + other.wrong, self.objects + other.objects)


def overlaps(first: np.ndarray, second: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Of every pair of [D, 4] and [N, 4]: intersection over union, and over the area of the first."""
    low = np.maximum(first[:, None, :2], second[None, :, :2])
    high = np.minimum(first[:, None, 2:], second[None, :, 2:])
    shared = (high - low).clip(0).prod(-1)
    area1 = (first[:, 2:] - first[:, :2]).prod(-1)[:, None]
    area2 = (second[:, 2:] - second[:, :2]).prod(-1)[None, :]
    return shared / np.maximum(area1 + area2 - shared, 1e-9), shared / np.maximum(area1, 1e-9)


def match(found: Detections, objects: Objects, number: int, thresholds: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For the detections of a class, best first: right [T, D] and to be left out [T, D].

    Greedy: each detection takes the free object it overlaps best, if by the threshold or more.
    """
    found = found.of(number)
    boxes = objects.boxes[objects.classes == number]
    overlap = overlaps(found.boxes, boxes)[0]
    outside = (overlaps(found.boxes, objects.ignore)[1] >= IGNORED_SHARE).any(1)
    right = np.zeros((len(thresholds), len(found.scores)), bool)
    for row, threshold in enumerate(thresholds):
        free = np.ones(len(boxes), bool)
        for d in range(len(found.scores) if len(boxes) else 0):
            best = int(np.where(free, overlap[d], -1).argmax())
            if free[best] and overlap[d, best] >= threshold:
                free[best] = False
                right[row, d] = True
    return right, ~right & outside


def average_precision(right: np.ndarray, scores: np.ndarray, objects: int) -> float:
    """Area under the interpolated precision at 101 recalls; NaN where there is no object."""
    if not objects:
        return float("nan")
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(right[order])
    precision = hits / np.arange(1, len(hits) + 1)
    precision = np.maximum.accumulate(precision[::-1])[::-1]
    at = np.searchsorted(hits / objects, RECALLS - 1e-12, side="left")
    return float(np.append(precision, 0.0)[np.minimum(at, len(precision))].mean())


def class_precision(pairs: list[tuple[Detections, Objects]], number: int) -> np.ndarray:
    """Average precision of a class over pictures at each of THRESHOLDS, [10]."""
    matched = [match(found, objects, number, THRESHOLDS) for found, objects in pairs]
    scores = np.concatenate([found.of(number).scores for found, _ in pairs])
    right = np.concatenate([r for r, _ in matched], 1)
    out = np.concatenate([o for _, o in matched], 1)
    total = sum(int((objects.classes == number).sum()) for _, objects in pairs)
    return np.array([
        average_precision(right[t, ~out[t]], scores[~out[t]], total) for t in range(len(THRESHOLDS))
    ])


def counts(
    pairs: list[tuple[Detections, Objects]], number: int, confidence: float, threshold: float = 0.5
) -> Counts:
    """Right and wrong detections of a class at a confidence and an overlap."""
    total = Counts(0, 0, 0)
    for found, objects in pairs:
        right, out = match(found.above(confidence), objects, number, np.array([threshold]))
        hits = int(right.sum())
        total += Counts(hits, right.size - hits - int(out.sum()), int((objects.classes == number).sum()))
    return total
