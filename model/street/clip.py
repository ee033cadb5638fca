"""Renders a street video with its ground truth: python -m street.clip --out DIR --name street.

Road users keep their identities from the moment they come into sight until they have left. Beside
NAME.mp4 stands NAME.json: for each frame the objects' boxes in pixels of the video, classes,
identities, visible shares, and whether they are to be ignored (see street.scene.Seen).
"""

import argparse
import json
import math
import pathlib
from dataclasses import dataclass
from fractions import Fraction

import av
import cv2
import numpy as np

from street import CLASSES
from street.camera import Camera
from street.lens import Lens
from street.look import Look
from street.painter import Light
from street.people import walker_pose
from street.place import random_place
from street.projection import Placed
from street.scene import View, backdrop_of, render
from street.users import make, tinted

SIZE = (1280, 720)


@dataclass
class Traveller:
    """Somebody under way: at metre start of a line at y when the clip begins, speed in m/s along x."""

    user: object
    start: float
    y: float
    speed: float
    identity: int
    phase: float

    def at(self, seconds):
        x = self.start + self.speed * seconds
        heading = 0.0 if self.speed >= 0 else math.pi
        pieces = self.user.pieces
        if self.user.build is not None:
            step = 0.45 * self.user.build["height"]
            phase = self.phase + math.pi * abs(self.speed) * seconds / step
            pieces = walker_pose(self.user.build, phase).pieces
        ids = tuple(self.identity + i for i in range(len(self.user.labels)))
        return Placed(pieces, x, self.y, heading, ids, self.user.length, self.user.width)


def street_view(rng, look):
    """A camera on a lamp post that looks across a street, so that houses close the view."""
    place = random_place(rng, look)
    while place.rural or place.lanes != 2 or not 3 < place.kerb < 5 or len(place.buildings) < 12:
        place = random_place(rng, look)
    place.side_road, place.parking = None, False
    place.crossings = [24.0]
    place.furniture = [f for f in place.furniture if f.y > 0]
    place.buildings = [b for b in place.buildings if b.y > 0]
    angle, lift = rng.uniform(3.6, 4.4), rng.uniform(0.75, 0.95)
    sun = np.array([math.cos(angle) * math.cos(lift), math.sin(angle) * math.cos(lift), math.sin(lift)])
    light = Light(sun, 0.6, 0.5, np.array([1.02, 1.0, 0.95]), False)
    position = (0.0, -(place.half + 13.0), 5.4)
    camera = Camera(position, 1.32, 0.175, 0.0, 2 * 960.0, 2 * SIZE[0], 2 * SIZE[1])
    lens = Lens(rng)
    lens.soft, lens.shake, lens.noise, lens.gamma = 0.5, None, 1.5, 0.95
    lens.contrast, lens.colourful, lens.vignette, lens.rain, lens.snow = 1.05, 1.0, 0.15, 0, 0
    lens.balance = np.ones(3)
    return View(place, camera, light, lens, int(rng.integers(1 << 30)))


def travellers(rng, look, place, seconds):
    """Traffic in both lanes and people on both pavements, each line at one pace so that none collide."""
    made, identity = [], 1
    for y, direction in place.lane_centres():
        pace = direction * rng.uniform(5.5, 7.0)
        metres = 6.0
        while metres < seconds * abs(pace) + 44:
            kind = rng.choice(
                ("car", "bus", "truck", "motorcycle", "bicycle"), p=(0.30, 0.15, 0.15, 0.20, 0.20)
            )
            user = make(kind, rng, look, ridden=True)
            tinted(user.pieces, rng)
            metres += user.length / 2
            start = -direction * metres + (36 if direction > 0 else 6)
            made.append(Traveller(user, start, y + rng.uniform(-0.2, 0.2), pace, identity, 0.0))
            identity += len(user.labels)
            metres += user.length / 2 + rng.uniform(6.0, 12.0)
    for side in (1, -1):
        y = side * (place.half + 0.9)
        pace = rng.choice([-1, 1]) * rng.uniform(1.0, 1.6)
        metres = rng.uniform(0, 8)
        while metres < seconds * abs(pace) + 36:
            user = make("person", rng, look)
            user.build["swing"] = rng.uniform(0.35, 0.5)
            start = -math.copysign(metres, pace) + (32 if pace > 0 else 2)
            made.append(Traveller(user, start, y, pace, identity, rng.uniform(0, 6)))
            identity += 1
            metres += rng.uniform(5, 10)
    return made, identity - 1


def frames(rng, look, seconds, fps):
    """Yields (RGB picture, objects Seen) for each frame."""
    view = street_view(rng, look)
    people, count = travellers(rng, look, view.place, seconds)
    if count > 255:
        raise ValueError(f"{count} identities do not fit the map of 8 bits; make the clip shorter")
    labels = [0] * count
    for one in people:
        for i, label in enumerate(one.user.labels):
            labels[one.identity - 1 + i] = label
    backdrop = backdrop_of(view)
    for index in range(round(seconds * fps)):
        placed = [one.at(index / fps) for one in people]
        yield render(view, placed, labels, SIZE, rng, backdrop=backdrop)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--name", default="street")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--fps", type=int, default=15)
    parser.add_argument("--split", choices=("train", "validation"), default="validation")
    args = parser.parse_args()
    cv2.setNumThreads(1)
    args.out.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng([args.seed, 99])
    film = args.out / f"{args.name}.mp4"
    lines = []
    with av.open(str(film), "w", options={"movflags": "+faststart"}) as container:
        stream = container.add_stream("libx264", rate=args.fps)
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
        stream.time_base = Fraction(1, args.fps)
        stream.options = {"crf": "21", "preset": "slow", "g": str(2 * args.fps)}
        for index, (picture, objects) in enumerate(frames(rng, Look(args.split), args.seconds, args.fps)):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
            lines.append(
                json.dumps({"index": index, "objects": [_entry(o) for o in objects]}, separators=(",", ":"))
            )
            if (index + 1) % args.fps == 0:
                print(f"{(index + 1) // args.fps} of {args.seconds:g} seconds", flush=True)
        container.mux(stream.encode())
    head = f'{{"video":"{film.name}","width":{SIZE[0]},"height":{SIZE[1]},"fps":{args.fps},"frames":[\n'
    (args.out / f"{args.name}.json").write_text(head + ",\n".join(lines) + "\n]}\n")


def _entry(seen):
    x1, y1, x2, y2 = (float(v) for v in seen.box)
    return {
        "id": seen.identity,
        "label": CLASSES[seen.label],
        "box": {"x1": x1, "y1": y1, "x2": x2, "y2": y2},
        "visible": float(seen.visible),
        "ignore": bool(seen.ignore),
    }


if __name__ == "__main__":
    main()
