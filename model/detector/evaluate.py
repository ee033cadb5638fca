"""Measures an exported model on labelled pictures or on a video with its ground truth.

python -m detector.evaluate --model street.onnx --data DIR
python -m detector.evaluate --model street.onnx --clip street.mp4 --truth street.json --every 3
"""

import argparse
import json
import time
from pathlib import Path

import cv2
import numpy as np
import onnxruntime

from . import NAMES
from .augment import LEAST_SHARE, SMALLEST_HEIGHT
from .clips import clip_table, run_clip, tallies
from .detect import SIZE, Model, detect
from .metrics import Counts, Detections, Objects, class_precision, counts
from .pictures import Picture, load_pictures

FLOOR = 0.001


def open_model(path: str, threads: int) -> Model:
    """The model in ONNX Runtime on the processor."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    return lambda pixels: session.run(None, {name: pixels})[0]


def objects_of(picture: Picture) -> Objects:
    """What must be found in a picture, and what need not: hidden by half, or too low at model scale."""
    scale = min(SIZE / picture.width, SIZE / picture.height)
    height = (picture.boxes[:, 3] - picture.boxes[:, 1]) * scale
    needless = picture.ignore | (picture.visible < LEAST_SHARE) | (height < SMALLEST_HEIGHT)
    return Objects(picture.boxes[~needless], picture.classes[~needless], picture.boxes[needless])


def run_pictures(model: Model, pictures: list[Picture]) -> tuple[list[tuple[Detections, Objects]], float]:
    """Detections beside objects for every picture, and the mean milliseconds of the whole way."""
    pairs, spent = [], 0.0
    for picture in pictures:
        pixels = picture.read()
        began = time.perf_counter()
        found = detect(model, pixels, FLOOR)
        spent += time.perf_counter() - began
        pairs.append((found, objects_of(picture)))
    return pairs, 1000 * spent / len(pictures)


def summarise(pairs: list[tuple[Detections, Objects]], confidence: float) -> dict:
    """Per class and for all: average precision at 0.5 and over 0.5:0.95, and counts at a confidence."""
    rows, total = {}, Counts(0, 0, 0)
    for number, name in enumerate(NAMES):
        precision = class_precision(pairs, number)
        count = counts(pairs, number, confidence)
        total += count
        rows[name] = _row(float(precision[0]), float(precision.mean()), count)
    known = [row for row in rows.values() if row["objects"]]
    means = [float(np.mean([row[key] for row in known])) for key in ("ap50", "ap50_95")]
    rows["all"] = _row(*means, total)
    return rows


def _row(ap50: float, ap50_95: float, count: Counts) -> dict:
    return {
        "ap50": ap50, "ap50_95": ap50_95, "objects": count.objects, "right": count.right,
        "wrong": count.wrong, "precision": count.precision, "recall": count.recall,
    }


def table(rows: dict, confidence: float) -> str:
    lines = [f"{'class':<12}{'objects':>8}{'AP50':>8}{'AP50-95':>9}{'P@' + str(confidence):>8}{'R@' + str(confidence):>8}"]
    for name, row in rows.items():
        lines.append(
            f"{name:<12}{row['objects']:>8}{row['ap50']:>8.3f}{row['ap50_95']:>9.3f}"
            f"{row['precision']:>8.3f}{row['recall']:>8.3f}"
        )
    return "\n".join(lines)


def measure_pictures(model: Model, options: argparse.Namespace) -> None:
    pictures = load_pictures(Path(options.data))[:options.limit or None]
    pairs, milliseconds = run_pictures(model, pictures)
    rows = summarise(pairs, options.confidence)
    if options.json:
        print(json.dumps({"pictures": len(pictures), "milliseconds": milliseconds, "classes": rows}, indent=2))
    else:
        print(table(rows, options.confidence))
        print(f"{len(pictures)} pictures, {milliseconds:.1f} ms each")


def measure_clip(model: Model, options: argparse.Namespace) -> None:
    truth = options.truth or options.clip.with_suffix(".json")
    pairs = run_clip(model, options.clip, truth, options.every, options.confidence)
    print(clip_table(tallies(pairs, options.confidence)))
    print(f"{len(pairs)} frames, every {options.every}., at confidence {options.confidence} and overlap 0.5")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--model", required=True)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--data", help="folder of labelled pictures or of shards")
    source.add_argument("--clip", type=Path, help="video")
    parser.add_argument("--limit", type=int, default=0, help="pictures at most, from the first on")
    parser.add_argument("--truth", type=Path, help="ground truth of the video; else its name with .json")
    parser.add_argument("--every", type=int, default=3, help="frames of the video from one to the next")
    parser.add_argument("--confidence", type=float, default=0.4)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--json", action="store_true", help="figures of pictures as JSON")
    options = parser.parse_args()
    cv2.setNumThreads(1)
    model = open_model(options.model, options.threads)
    if options.clip:
        measure_clip(model, options)
    else:
        measure_pictures(model, options)


if __name__ == "__main__":
    main()
