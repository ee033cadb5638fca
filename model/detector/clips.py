"""Detections in a video beside the ground truth that its generator wrote."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import av
import cv2
import numpy as np

from . import NAMES
from .detect import Model, detect, whole_pixels
from .metrics import Counts, Detections, Objects, counts

QUALITY = 85
"""JPEG quality at which the product hands frames on."""


@dataclass(frozen=True)
class Tally:
    """For one class or all: matched counts, and plain numbers of detections and of objects."""

    matched: Counts
    detections: int

    @property
    def difference(self) -> float:
        """Detections more (or, negative, less) than objects, in percent; NaN without objects."""
        objects = self.matched.objects
        return 100 * (self.detections - objects) / objects if objects else float("nan")

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.matched + other.matched, self.detections + other.detections)


def load_truth(path: Path) -> dict[int, Objects]:
    """What each frame of a video shows, by the frame's index."""
    frames = json.loads(path.read_text(encoding="utf-8"))["frames"]
    return {frame["index"]: _objects(frame["objects"]) for frame in frames}


def _objects(entries: list[dict]) -> Objects:
    boxes = np.array([[e["box"][k] for k in ("x1", "y1", "x2", "y2")] for e in entries], np.float32)
    boxes = boxes.reshape(-1, 4)
    classes = np.array([NAMES.index(e["label"]) for e in entries], np.int64)
    ignore = np.array([e["ignore"] for e in entries], bool)
    return Objects(boxes[~ignore], classes[~ignore], boxes[ignore])


def sampled_frames(path: Path, every: int) -> Iterator[tuple[int, np.ndarray]]:
    """Every `every`-th frame from the first on: its index and pixels [H, W, 3], RGB, after JPEG."""
    with av.open(str(path)) as container:
        for index, frame in enumerate(container.decode(video=0)):
            if index % every == 0:
                yield index, _through_jpeg(frame.to_ndarray(format="bgr24"))


def _through_jpeg(pixels: np.ndarray) -> np.ndarray:
    """[H, W, 3] BGR coded and read again, RGB."""
    coded = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])[1]
    return cv2.cvtColor(cv2.imdecode(coded, cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB)


def run_clip(
    model: Model, clip: Path, truth: Path, every: int, confidence: float
) -> list[tuple[Detections, Objects]]:
    """Detections as the product gives them, beside the objects of every sampled frame."""
    known = load_truth(truth)
    pairs = []
    for index, pixels in sampled_frames(clip, every):
        if index not in known:
            raise ValueError(f"{truth} knows no frame {index} of {clip}")
        pairs.append((whole_pixels(detect(model, pixels, confidence)), known[index]))
    if not pairs:
        raise ValueError(f"{clip} has no frames")
    return pairs


def tallies(pairs: list[tuple[Detections, Objects]], confidence: float) -> dict[str, Tally]:
    """Per class and for all, at an overlap of 0.5.

    The plain number of detections has those of ignored objects too, as whoever counts has them.
    """
    rows = {
        name: Tally(
            counts(pairs, number, confidence),
            sum(int((found.above(confidence).classes == number).sum()) for found, _ in pairs),
        )
        for number, name in enumerate(NAMES)
    }
    return rows | {"all": sum(rows.values(), Tally(Counts(0, 0, 0), 0))}


def clip_table(rows: dict[str, Tally]) -> str:
    lines = [
        f"{'class':<12}{'objects':>8}{'right':>7}{'wrong':>7}{'precision':>11}{'recall':>8}"
        f"{'detections':>12}{'differ %':>10}"
    ]
    for name, row in rows.items():
        m = row.matched
        lines.append(
            f"{name:<12}{m.objects:>8}{m.right:>7}{m.wrong:>7}{m.precision:>11.3f}{m.recall:>8.3f}"
            f"{row.detections:>12}{row.difference:>+10.1f}"
        )
    return "\n".join(lines)
