"""Makes pictures with boxes: python -m street.pictures --out DIR --count N --seed S --split train."""

import argparse
import json
import pathlib
import time

import cv2
import numpy as np

from street.look import Look
from street.scene import populate, random_view, render

SHAPES = ((640, 360), (640, 360), (640, 360), (640, 480), (640, 400), (480, 640), (360, 640), (640, 640))


def picture(seed, split, shapes=SHAPES):
    """(RGB picture of one of the shapes, objects) of that seed; the same seed gives the same."""
    rng = np.random.default_rng([seed, split == "validation"])
    look = Look(split)
    out = shapes[rng.integers(len(shapes))]
    view = random_view(rng, look, 2 * out[0], 2 * out[1])
    count = int(rng.integers(2, 9)) if rng.random() < 0.5 else int(rng.integers(6, 26))
    placed, labels = populate(rng, look, view, 0 if rng.random() < 0.02 else count)
    return render(view, placed, labels, out, rng)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1, help="of the first picture; the next has the next")
    parser.add_argument("--wide", action="store_true", help="640x360 only, as most video is")
    parser.add_argument("--split", choices=("train", "validation"), default="train")
    args = parser.parse_args()
    cv2.setNumThreads(1)
    folder = args.out / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    start = time.monotonic()
    part = args.out / "labels.part"
    with part.open("w") as lines:
        for i in range(args.count):
            image, objects = picture(args.seed + i, args.split, SHAPES[:1] if args.wide else SHAPES)
            name = f"{i:08d}.jpg"
            worn = np.random.default_rng([args.seed + i, 7])
            quality = int(worn.integers(35, 96))
            cv2.imwrite(str(folder / name), image[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])
            lines.write(json.dumps(_line(name, image, objects)) + "\n")
            if (i + 1) % 200 == 0:
                rate = (i + 1) / (time.monotonic() - start)
                print(f"{i + 1} of {args.count} pictures, {rate:.1f} a second", flush=True)
    part.rename(args.out / "labels.jsonl")


def _line(name, image, objects):
    return {
        "file": name,
        "width": image.shape[1],
        "height": image.shape[0],
        "objects": [
            {
                "class": seen.label,
                "box": [float(b) for b in seen.box],
                "visible": float(seen.visible),
                "ignore": bool(seen.ignore),
            }
            for seen in objects
        ],
    }


if __name__ == "__main__":
    main()
