"""A moment in the street: who is where, and the picture of it with its boxes."""

import math
from dataclasses import dataclass

import cv2
import numpy as np

from street import lens as optics
from street.camera import Camera
from street.painter import Canvas, Light, shadow, silhouettes
from street.place import Place, lay, random_place
from street.projection import Placed, back_to_front
from street.users import make, tinted

MODEL_SIDE = 640
SMALLEST = 16
HALF = 0.5
KINDS = ("person", "bicycle", "car", "motorcycle", "bus", "truck")
WEIGHTS = (0.24, 0.14, 0.18, 0.14, 0.14, 0.16)


@dataclass(frozen=True)
class Seen:
    """One object in a picture; box is the visible extent (x1, y1, x2, y2) in pixels.

    ignore says that it is too small or too hidden to count: under 16 pixels high where the long side
    of the picture is scaled to 640, or less than half visible.
    """

    identity: int
    label: int
    box: tuple
    visible: float
    ignore: bool


@dataclass
class View:
    """What stays the same from picture to picture of one camera."""

    place: Place
    camera: Camera
    light: Light
    lens: optics.Lens
    seed: int


def random_view(rng, look, width, height):
    place = random_place(rng, look)
    light = optics.random_light(rng)
    tall = look.camera_height(rng)
    along = rng.random()
    fov = math.radians(look.between(rng, (45, 85), (52, 72)))
    focal = 0.5 * max(width, height) / math.tan(fov / 2)
    if along < 0.2 and tall < 3:
        y, yaw = rng.choice([c for c, _ in place.lane_centres()]), rng.normal(0, 0.06)
    elif along < 0.5:
        y = rng.choice([-1, 1]) * (place.half + rng.uniform(0.3, min(2.5, place.kerb)))
        yaw = -math.copysign(rng.uniform(0.05, 0.6), y)
    elif along < 0.8:
        y = -(place.half + rng.uniform(0.3, min(3.0, place.kerb)))
        yaw = rng.uniform(0.6, 1.57)
    else:
        y, yaw = rng.uniform(-place.half, place.half), rng.uniform(-0.5, 0.5)
    gaze = rng.uniform(8, 30) if tall < 3 else rng.uniform(tall * 1.2, tall * 3.5)
    drop = tall - rng.uniform(0.6, 1.4)
    pitch = math.atan2(drop, gaze) + rng.normal(0, 0.02)
    camera = Camera((0.0, float(y), tall), float(yaw), pitch, rng.normal(0, 0.02), focal, width, height)
    return View(place, camera, light, optics.Lens(rng, light.night), int(rng.integers(1 << 30)))


def populate(rng, look, view, count):
    """Places up to count road users where they would be, in sight of the camera and apart."""
    placed, labels, taken = [], [], []
    identity = 1
    for _ in range(count * 4):
        if identity > count:
            break
        kind = rng.choice(KINDS, p=WEIGHTS)
        user = make(kind, rng, look)
        spot = _spot(rng, kind, user, view)
        ids = tuple(range(identity, identity + len(user.labels)))
        thing = Placed(tinted(user.pieces, rng), *spot, ids, user.length, user.width)
        if any(_touch(thing.bounds, other) for other in taken):
            continue
        taken.append(thing.bounds)
        placed.append(thing)
        labels.extend(user.labels)
        identity += len(ids)
    return placed, labels


def _spot(rng, kind, user, view):
    """(x, y, heading) for a user of that kind, at a depth drawn evenly in its logarithm."""
    camera, place = view.camera, view.place
    reach = {"person": 26, "bicycle": 22, "motorcycle": 26, "car": 42, "bus": 60, "truck": 60}[kind]
    reach *= camera.focal / (0.55 * max(camera.width, camera.height))
    depth = math.exp(
        rng.uniform(math.log(2.5 + 0.4 * user.length + 0.5 * camera.position[2]), math.log(reach + 6))
    )
    across = rng.uniform(-0.55, 0.55) * camera.width / camera.focal * depth
    forward = (math.cos(camera.yaw), math.sin(camera.yaw))
    x = camera.position[0] + depth * forward[0] + across * forward[1]
    y = camera.position[1] + depth * forward[1] - across * forward[0]
    lanes = place.lane_centres()
    edge = place.half
    if kind == "person":
        draw = rng.random()
        if draw < 0.7:
            lo, hi = edge + 0.3, edge + max(0.6, place.kerb - 0.3)
            y = math.copysign(rng.uniform(lo, hi), y)
        elif draw < 0.85 and place.crossings:
            x = rng.choice(place.crossings) + rng.uniform(0.2, 2.8)
            y = rng.uniform(-edge, edge)
        else:
            y = float(np.clip(y, -edge - place.kerb, edge + place.kerb))
        return x, y, rng.uniform(0, 2 * math.pi)
    if kind in ("bicycle", "motorcycle") and rng.random() < 0.4:
        lo, hi = edge - 0.6, edge + max(0.2, place.kerb - 0.6)
        y = math.copysign(rng.uniform(lo, hi), y)
        heading = rng.choice([0, math.pi]) + rng.normal(0, 0.3) if rng.random() < 0.6 else rng.uniform(0, 6.3)
        return x, y, heading
    if place.side_road is not None and rng.random() < 0.2:
        x = place.side_road + rng.choice([-1.7, 1.7])
        return x, y, rng.choice([-1, 1]) * math.pi / 2 + rng.normal(0, 0.06)
    if place.parking and kind in ("car", "truck", "motorcycle") and rng.random() < 0.35:
        y = math.copysign(edge - 1.05, y)
        return x, y, (0 if y < 0 else math.pi) + rng.normal(0, 0.03)
    centre, direction = min(lanes, key=lambda lane: abs(lane[0] - y))
    turn = rng.normal(0, 0.04) if rng.random() < 0.8 else rng.uniform(-0.7, 0.7)
    room = max(0.0, (place.lane - user.width) / 2)
    return x, centre + rng.uniform(-room, room), (0 if direction > 0 else math.pi) + turn


def _touch(a, b):
    return a[0] < b[1] + 0.15 and b[0] < a[1] + 0.15 and a[2] < b[3] + 0.1 and b[2] < a[3] + 0.1


def render(view, placed, labels, out, rng, oversample=2, backdrop=None):
    """A picture of out = (width, height) in RGB and the objects Seen in it."""
    light, camera = view.light, view.camera
    canvas = Canvas(camera)
    picture, haze, glows = backdrop or backdrop_of(view)
    canvas.picture[:], canvas.glows = picture, list(glows)
    near = [t for t in placed + view.place.furniture if _ahead(t, camera)]
    mask = np.zeros(canvas.ids.shape, np.uint8)
    for thing in near:
        shadow(thing, light, camera, mask)
        _contact(thing, camera, mask, canvas)
    optics.cast(canvas, mask, light, 3 + 2 * oversample)
    for thing in back_to_front(near, camera):
        canvas.draw(thing, light, haze)
    picture = optics.glow(canvas.picture, canvas.glows, oversample)
    picture = cv2.resize(picture, out, interpolation=cv2.INTER_AREA)
    picture = view.lens.taken(picture, rng)
    return picture, _truth(placed, labels, canvas, camera, camera.width / out[0], max(out))


def backdrop_of(view):
    """What stays the same behind the road users: (picture of sky, ground and buildings, haze, glows)."""
    rng = np.random.default_rng(view.seed)
    canvas = Canvas(view.camera)
    horizon = optics.sky(canvas, view.light, rng)
    haze = optics.random_haze(horizon, rng)
    lay(canvas, view.place, rng)
    optics.ground_texture(canvas, rng.uniform(0.02, 0.09), view.light, haze, rng)
    for thing in back_to_front(view.place.buildings, view.camera):
        canvas.draw(thing, view.light, haze)
    return canvas.picture, haze, canvas.glows


def _ahead(thing, camera):
    seen = camera.view([(thing.x, thing.y, 0.8)])[0]
    return seen[2] > 0.5 and seen[2] < 400


def _contact(thing, camera, mask, canvas):
    """The dark patch under a vehicle, whatever the light."""
    if thing.width < 1.2 or not thing.ids[0]:
        return
    l, w = thing.length / 2 - 0.1, thing.width / 2 - 0.05
    corners = thing.world(np.array([(-l, -w, 0), (l, -w, 0), (l, w, 0), (-l, w, 0)], float))
    seen = camera.view(corners)
    if seen[:, 2].min() > 0.4:
        spots = np.clip(camera.pixels(seen), -9000, 9000)
        cv2.fillConvexPoly(canvas.picture, np.round(spots).astype(np.int32), (26, 26, 28))
        cv2.fillConvexPoly(mask, np.round(spots).astype(np.int32), 255)


def _truth(placed, labels, canvas, camera, factor, long_side):
    scale = MODEL_SIDE / long_side
    found = []
    for thing in placed:
        areas = silhouettes(thing, camera)
        for owner, identity in enumerate(thing.ids):
            where = canvas.ids == identity
            rows = np.flatnonzero(where.any(axis=1))
            if len(rows) == 0 or areas[owner] <= 0:
                continue
            columns = np.flatnonzero(where.any(axis=0))
            box = (columns[0] / factor, rows[0] / factor, (columns[-1] + 1) / factor, (rows[-1] + 1) / factor)
            visible = min(1.0, float(where.sum()) / areas[owner])
            tall, wide = (box[3] - box[1]) * scale, (box[2] - box[0]) * scale
            if tall < 3 or wide < 2:
                continue
            ignore = tall < SMALLEST or visible < HALF
            found.append(
                Seen(
                    identity, labels[identity - 1], tuple(round(b, 1) for b in box), round(visible, 3), ignore
                )
            )
    return found
