"""What PyTorch makes of a picture that is given by a formula, for tests in any language."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np

from .detect import SIZE
from .network import STRIDES

INPUT = "value(c,y,x) = ((7*x + 13*y + 29*c + ((x/40|0)*(y/40|0))*11) mod 256)/255"
"""c is the plane (0 red, 1 green, 2 blue), y the row and x the column; a/b|0 is whole division."""
PIXELS_AGREE = 1e-2
SCORES_AGREE = 1e-3
ANCHORS_PER_LEVEL = 18


def reference_picture() -> np.ndarray:
    """[1, 3, SIZE, SIZE] by INPUT."""
    c, y, x = np.mgrid[0:3, 0:SIZE, 0:SIZE]
    values = (7 * x + 13 * y + 29 * c + (x // 40) * (y // 40) * 11) % 256
    return (values[None] / 255).astype(np.float32)


def chosen_anchors(output: np.ndarray) -> list[int]:
    """Anchors spread over every level's rows and columns, and the best of each class."""
    chosen, start = set(output[0, 4:].argmax(1).tolist()), 0
    for stride in STRIDES:
        count = (SIZE // stride) ** 2
        # One less than an even step, so that the column changes from anchor to anchor.
        step = count // ANCHORS_PER_LEVEL - 1
        chosen.update(range(start, start + step * ANCHORS_PER_LEVEL, step))
        start += count
    return sorted(chosen)


def write_reference(path: Path, model: Callable[[np.ndarray], np.ndarray]) -> None:
    """Writes the values [4 + classes] of the chosen anchors, one anchor a line."""
    output = model(reference_picture())
    lines = [
        json.dumps({"anchor": anchor, "values": [float(f"{v:.7g}") for v in output[0, :, anchor]]})
        for anchor in chosen_anchors(output)
    ]
    head = {
        "input": INPUT, "shape": list(output.shape),
        "tolerance": {"pixels": PIXELS_AGREE, "scores": SCORES_AGREE},
    }
    text = json.dumps(head, indent=1)[:-2] + ',\n "anchors": [\n  ' + ",\n  ".join(lines) + "\n ]\n}\n"
    path.write_text(text, encoding="utf-8")
