"""People on foot and in the saddle."""

import math

import numpy as np

from street.shapes import Shape


def walker(rng, look):
    """A person who stands or walks, somewhere in a step: the shape and the build."""
    build = look.build(rng)
    build["swing"] = rng.uniform(0.15, 0.5) if rng.random() < 0.75 else 0.05
    return walker_pose(build, rng.uniform(0, 2 * math.pi)), build


def walker_pose(build, phase):
    """The person of that build at that moment of the step, a phase in radians."""
    shape = Shape()
    h, thick = build["height"], build["thick"]
    hip, shoulder = 0.50 * h, 0.82 * h
    swing = build["swing"]
    for side in (-1, 1):
        angle = side * swing * math.sin(phase)
        lift = max(0.0, side * math.cos(phase)) * swing * 0.5
        knee = (0.25 * h * math.sin(angle + lift), side * 0.055 * h, hip - 0.25 * h * math.cos(angle))
        back = angle - lift
        foot = (
            knee[0] + 0.24 * h * math.sin(back),
            side * 0.055 * h,
            max(0.03, knee[2] - 0.22 * h * math.cos(back)),
        )
        shape.limb((0, side * 0.05 * h, hip), knee, 0.052 * h * thick, build["legs"])
        shape.limb(knee, foot, 0.038 * h * thick, build["legs"])
        shape.limb(foot, (foot[0] + 0.08 * h, foot[1], foot[2]), 0.03 * h, build["shoes"])
        reach = -angle * 1.1
        x = 0.17 * h * math.sin(reach)
        elbow = (x, side * 0.14 * h * thick, shoulder - 0.17 * h)
        hand = (x + 0.15 * h * math.sin(reach + 0.35), side * 0.145 * h * thick, shoulder - 0.32 * h)
        shape.limb((0, side * 0.115 * h * thick, shoulder - 0.02 * h), elbow, 0.033 * h * thick, build["top"])
        shape.limb(elbow, hand, 0.027 * h * thick, build["sleeve"])
        shape.ball(hand, 0.028 * h, build["skin"])
    _trunk(shape, build, 0.0, hip, shoulder, 0.0)
    if build["coat"]:
        shape.block(
            (-0.11 * h, 0.11 * h, 0.30 * h * thick, hip - 0.17 * h * build["coat"]),
            (-0.08 * h, 0.08 * h, 0.25 * h * thick, hip + 0.05 * h),
            build["top"],
        )
    if build["bag"] == "back":
        shape.block(
            (-0.24 * h, -0.09 * h, 0.22 * h, hip + 0.06 * h),
            (-0.20 * h, -0.09 * h, 0.20 * h, shoulder),
            build["extra"],
        )
    elif build["bag"] == "hand":
        y = 0.17 * h
        shape.limb((0, y, 0.42 * h), (0.02 * h, y, 0.30 * h), 0.06 * h, build["extra"])
    _head(shape, build, 0.0, shoulder)
    return shape


def rider(shape, build, saddle, grip, pedal, lean, helmet):
    """Adds a person who sits at saddle (x, z), holds the bar at grip (x, z), feet at pedal (x, z)."""
    h, thick = build["height"], build["thick"]
    hip_x, hip = saddle
    trunk = 0.32 * h
    top_x, top = hip_x + trunk * math.sin(lean), hip + trunk * math.cos(lean)
    for side in (-1, 1):
        drop = side * 0.05
        foot = np.array([pedal[0] + drop, side * 0.1, pedal[1] + drop])
        start = np.array([hip_x, side * 0.06 * h, hip])
        middle = (start + foot) / 2
        bend = 0.5 * math.sqrt(max(0.0, (0.49 * h) ** 2 - float(np.sum((foot - start) ** 2))))
        knee = middle + np.array([0.9 * bend, side * 0.03, 0.45 * bend])
        shape.limb(start, knee, 0.05 * h * thick, build["legs"])
        shape.limb(knee, foot, 0.037 * h * thick, build["legs"])
        shape.limb(foot, foot + (0.09 * h, 0, 0), 0.03 * h, build["shoes"])
        arm = np.array([top_x, side * 0.115 * h * thick, top - 0.03 * h])
        hand = np.array([grip[0], side * 0.24, grip[1]])
        elbow = (arm + hand) / 2 + np.array([-0.02, side * 0.06, -0.05])
        shape.limb(arm, elbow, 0.033 * h * thick, build["top"])
        shape.limb(elbow, hand, 0.027 * h * thick, build["sleeve"])
        shape.ball(hand, 0.028 * h, build["skin"])
    _trunk(shape, build, hip_x, hip, top, top_x - hip_x)
    if build["bag"] == "back":
        x = (hip_x + top_x) / 2 - 0.15 * h
        shape.limb((x, 0, (hip + top) / 2), (x + 0.03, 0, top - 0.05), 0.09 * h, build["extra"])
    _head(shape, build, top_x, top, helmet)


def _trunk(shape, build, x, hip, shoulder, shift):
    h, thick = build["height"], build["thick"]
    depth = 0.065 * h * thick
    low, high = 0.20 * h * thick, 0.25 * h * thick
    middle = hip + 0.55 * (shoulder - hip)
    m = x + 0.55 * shift
    shape.block(
        (x - depth, x + depth, low, hip - 0.03 * h), (m - depth, m + depth, high, middle), build["top"]
    )
    t = x + shift
    shape.block(
        (m - depth, m + depth, high, middle),
        (t - 0.6 * depth, t + 0.6 * depth, 0.8 * high, shoulder + 0.015 * h),
        build["top"],
    )


def _head(shape, build, x, shoulder, helmet=None):
    h = build["height"]
    head = 0.068 * h * (1.25 if h < 1.4 else 1.0)
    z = shoulder + 0.04 * h + head
    shape.limb((x, 0, shoulder), (x + 0.01, 0, z), 0.03 * h, build["skin"])
    shape.ball((x + 0.015, 0, z), head, build["skin"])
    if helmet is not None:
        shape.ball((x, 0, z + 0.15 * head), head * 1.35, helmet, layer=2)
        shape.ball((x + 1.0 * head, 0, z), head * 0.7, (40, 45, 55), layer=2)
    else:
        shape.ball((x - 0.25 * head, 0, z + 0.3 * head), head * build["hair_size"], build["hair"])
        if build["hat"]:
            shape.limb((x, 0, z + 0.7 * head), (x, 0, z + 0.95 * head), head * 1.0, build["extra"], layer=2)
