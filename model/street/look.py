"""What training sees and what only validation sees: shapes, palettes and cameras.

Styles of vehicles and cycles, truck loads, hues and camera heights come from ranges that
the two splits do not share, so that a good figure on validation means that form was learnt, not the list
of training's cars. People's builds, skin and hair, and white, grey and black paint are common to both.
"""

import colorsys

import numpy as np

SKIN = [(241, 205, 178), (224, 172, 135), (190, 130, 90), (140, 90, 60), (92, 60, 45), (255, 219, 190)]
HAIR = [
    (30, 25, 22),
    (60, 42, 30),
    (110, 75, 45),
    (190, 160, 100),
    (150, 150, 150),
    (225, 222, 215),
    (120, 45, 25),
]


class Look:
    """Draws the features of road users; split is train or validation."""

    def __init__(self, split):
        self.unseen = split == "validation"

    def hue(self, rng):
        """Hues alternate between the splits in twelfths of the circle's halves."""
        slot = rng.integers(0, 12)
        return ((slot + (0.5 if self.unseen else 0.0) + rng.uniform(0.02, 0.48)) / 12) % 1.0

    def any_colour(self, rng, strong=0.5):
        grey = rng.random() < 0.3
        saturation = rng.uniform(0, 0.12) if grey else rng.uniform(strong * 0.5, 0.95)
        return _rgb(self.hue(rng), saturation, rng.uniform(0.12, 0.98))

    def paint(self, rng):
        """Vehicle paint: greys, black and white are common, as in the streets."""
        draw = rng.random()
        if draw < 0.16:
            return _rgb(0.6, 0.03, rng.uniform(0.86, 0.97))
        if draw < 0.28:
            return _rgb(0.6, 0.08, rng.uniform(0.08, 0.18))
        if draw < 0.45:
            return _rgb(0.6, 0.05, rng.uniform(0.3, 0.75))
        return _rgb(self.hue(rng), rng.uniform(0.35, 0.95), rng.uniform(0.25, 0.95))

    def livery(self, rng):
        return self.paint(rng), self.any_colour(rng)

    def cargo(self, rng):
        return _rgb(0.6, 0.04, rng.uniform(0.75, 0.97)) if rng.random() < 0.4 else self.any_colour(rng)

    def earth(self, rng):
        return _rgb(rng.uniform(0.06, 0.12), rng.uniform(0.2, 0.5), rng.uniform(0.3, 0.6))

    def metal(self, rng):
        return _rgb(0.6, 0.04, rng.uniform(0.25, 0.85))

    def glass(self, rng):
        return _rgb(0.58, rng.uniform(0.1, 0.35), rng.uniform(0.1, 0.42))

    def between(self, rng, train, unseen):
        return rng.uniform(*(unseen if self.unseen else train))

    def build(self, rng):
        child = rng.random() < 0.12
        height = (
            self.between(rng, (1.08, 1.42), (1.15, 1.35))
            if child
            else self.between(rng, (1.54, 1.92), (1.6, 1.86))
        )
        top = self.any_colour(rng)
        skin = SKIN[rng.integers(len(SKIN))]
        bare_legs = rng.random() < 0.12
        return {
            "height": height,
            "thick": self.between(rng, (0.82, 1.3), (0.9, 1.4)),
            "top": top,
            "sleeve": top if rng.random() < 0.7 else skin,
            "legs": skin if bare_legs else self.any_colour(rng, 0.3),
            "shoes": self.any_colour(rng, 0.2),
            "skin": skin,
            "hair": HAIR[rng.integers(len(HAIR))],
            "hair_size": rng.uniform(0.85, 1.25),
            "extra": self.any_colour(rng),
            "hat": rng.random() < 0.2,
            "coat": rng.choice([0, 0, 0.5, 1.0, 1.3]) if not self.unseen else rng.choice([0, 0, 0.75, 1.15]),
            "bag": rng.choice(["", "", "back", "hand"]),
        }

    def helmet(self, rng):
        return self.any_colour(rng)

    def car(self, rng):
        kinds = (
            ("crossover", "notchback", "minivan")
            if self.unseen
            else ("sedan", "hatchback", "suv", "estate", "coupe", "van", "micro")
        )
        kind = kinds[rng.integers(len(kinds))]
        #        length       height       hood         boot        rear rake   front rake   belt
        table = {
            "sedan": ((4.4, 4.95), (1.40, 1.48), (1.15, 1.4), (0.7, 1.0), (0.5, 0.75), (0.65, 0.85), 0.92),
            "hatchback": (
                (3.8, 4.35),
                (1.42, 1.53),
                (0.9, 1.15),
                (0.04, 0.15),
                (0.25, 0.5),
                (0.6, 0.8),
                0.93,
            ),
            "suv": ((4.3, 4.95), (1.64, 1.86), (1.0, 1.3), (0.04, 0.12), (0.2, 0.4), (0.5, 0.7), 1.08),
            "estate": ((4.5, 4.9), (1.44, 1.54), (1.1, 1.35), (0.04, 0.12), (0.3, 0.55), (0.65, 0.85), 0.93),
            "coupe": ((4.2, 4.6), (1.26, 1.36), (1.3, 1.6), (0.35, 0.6), (0.7, 1.0), (0.7, 0.9), 0.86),
            "van": ((4.6, 5.5), (1.85, 2.3), (0.6, 0.9), (0.02, 0.06), (0.05, 0.15), (0.55, 0.8), 1.12),
            "micro": ((2.8, 3.6), (1.48, 1.60), (0.55, 0.8), (0.02, 0.08), (0.12, 0.3), (0.5, 0.7), 0.94),
            "crossover": ((4.1, 4.6), (1.54, 1.63), (0.95, 1.2), (0.04, 0.14), (0.4, 0.6), (0.55, 0.75), 1.0),
            "notchback": ((4.2, 4.6), (1.42, 1.50), (1.0, 1.3), (0.45, 0.65), (0.4, 0.6), (0.6, 0.8), 0.93),
            "minivan": ((4.3, 4.8), (1.62, 1.78), (0.8, 1.0), (0.02, 0.1), (0.15, 0.35), (0.7, 0.95), 1.0),
        }
        length, height, hood, boot, rake_rear, rake_front, belt = table[kind]
        belt = belt + rng.uniform(-0.03, 0.03)
        tall = kind in ("suv", "van", "minivan")
        doors = [0.34, 0.66] if kind != "coupe" else [0.42]
        boot = rng.uniform(*boot)
        return {
            "length": rng.uniform(*length),
            "width": rng.uniform(1.7, 1.88) if kind != "micro" else rng.uniform(1.5, 1.66),
            "height": rng.uniform(*height),
            "belt": belt,
            "hood": rng.uniform(*hood),
            "nose": belt - rng.uniform(0.12, 0.28),
            "boot": boot,
            "boot_height": belt + rng.uniform(-0.02, 0.05),
            "rake_rear": rng.uniform(*rake_rear),
            "rake_front": rng.uniform(*rake_front),
            "wheel": rng.uniform(0.34, 0.39) if tall else rng.uniform(0.29, 0.34),
            "rim": rng.uniform(0, 1),
            "pillars": [d + rng.uniform(-0.04, 0.04) for d in doors],
            "rails": kind in ("suv", "estate", "crossover", "minivan") and rng.random() < 0.5,
            "panel_van": kind == "van" and rng.random() < 0.6,
        }

    def bus(self, rng):
        kind = rng.choice(["regional", "shuttle"] if self.unseen else ["city", "coach", "mini"])
        length = {
            "city": (10.5, 12.2),
            "coach": (11.0, 12.6),
            "mini": (6.8, 8.2),
            "regional": (9.6, 11.4),
            "shuttle": (7.4, 8.8),
        }[kind]
        height = {
            "city": (2.9, 3.1),
            "coach": (3.3, 3.65),
            "mini": (2.6, 2.8),
            "regional": (3.05, 3.3),
            "shuttle": (2.75, 2.95),
        }[kind]
        small = kind in ("mini", "shuttle")
        return {
            "length": rng.uniform(*length),
            "height": rng.uniform(*height),
            "width": rng.uniform(2.1, 2.3) if small else rng.uniform(2.45, 2.55),
            "waist": rng.uniform(0.38, 0.45) if kind != "coach" else rng.uniform(0.48, 0.55),
            "rake": rng.uniform(0.05, 0.5),
            "windows": int(rng.integers(4, 7) if small else rng.integers(6, 10)),
            "flush": rng.random() < 0.4,
            "deep_screen": rng.random() < 0.5,
            "two_tone": rng.random() < 0.4,
            "stripe": rng.random() < 0.5,
            "advert": rng.random() < 0.3,
            "box": rng.random() < 0.4,
            "doors": {
                "city": (0.92, 0.55, 0.2),
                "coach": (0.93,),
                "mini": (0.88,),
                "regional": (0.92, 0.5),
                "shuttle": (0.86,),
            }[kind],
        }

    def truck(self, rng):
        load = rng.choice(
            ["cooler"]
            if self.unseen
            else ["box", "box", "tank", "tipper", "flat", "container", "drum", "curtain"]
        )
        big = rng.random() < 0.5
        bonnet = rng.uniform(0.8, 1.3) if rng.random() < 0.12 else 0.0
        height = rng.uniform(3.2, 3.9) if big else rng.uniform(2.6, 3.1)
        return {
            "load": load,
            "length": self.between(rng, (8.0, 12.0), (7.6, 11.0))
            if big
            else self.between(rng, (5.6, 7.2), (6.0, 7.4)),
            "width": rng.uniform(2.4, 2.55) if big else rng.uniform(2.0, 2.25),
            "height": height,
            "cab": (rng.uniform(2.0, 2.4) if big else rng.uniform(1.6, 1.9)) + bonnet,
            "cab_height": rng.uniform(2.8, 3.4) if big else rng.uniform(2.15, 2.5),
            "bonnet": bonnet,
            "rake": rng.uniform(0.05, 0.45),
            "wheel": rng.uniform(0.46, 0.52) if big else rng.uniform(0.36, 0.42),
            "gap": rng.uniform(0.1, 0.4),
            "deflector": rng.random() < 0.3,
            "logo": rng.random() < 0.5,
        }

    def motorcycle(self, rng):
        kind = rng.choice(
            ["tourer", "moped"] if self.unseen else ["sport", "naked", "cruiser", "scooter", "trail"]
        )
        scooter = kind in ("scooter", "moped")
        return {
            "base": {"cruiser": 1.62, "scooter": 1.28, "moped": 1.22, "tourer": 1.52}.get(kind, 1.40)
            + rng.uniform(-0.05, 0.05),
            "wheel": {"scooter": 0.23, "moped": 0.26, "trail": 0.34}.get(kind, 0.31),
            "seat": {"trail": 0.88, "cruiser": 0.70, "scooter": 0.76, "moped": 0.78}.get(kind, 0.8),
            "tyre": 0.11 if kind != "trail" else 0.09,
            "fork": {"sport": 0.30, "cruiser": 0.55}.get(kind, 0.4) + rng.uniform(-0.04, 0.04),
            "bar": {"sport": 0.08, "cruiser": 0.35, "trail": 0.28}.get(kind, 0.24) + rng.uniform(-0.03, 0.05),
            "tank": rng.uniform(0.08, 0.16),
            "tail": rng.uniform(-0.02, 0.12),
            "fairing": kind in ("sport", "tourer"),
            "scooter": scooter,
            "top_box": scooter and rng.random() < 0.45,
            "sit": -0.28 if scooter else -0.22,
            "pegs": 0.18 if scooter else (0.3 if kind == "cruiser" else -0.02),
            "lean": {"sport": 0.75, "cruiser": -0.1}.get(kind, 0.15),
        }

    def bicycle(self, rng):
        kind = rng.choice(["trekking", "cargo"] if self.unseen else ["road", "city", "mountain"])
        road = kind == "road"
        return {
            "base": {"cargo": 1.2, "trekking": 1.12}.get(kind, 1.02) + rng.uniform(-0.04, 0.06),
            "wheel": {"cargo": 0.31, "mountain": 0.345, "trekking": 0.37}.get(kind, 0.34)
            + rng.uniform(-0.02, 0.02),
            "tyre": {"road": 0.013, "mountain": 0.027}.get(kind, 0.02),
            "seat": rng.uniform(0.86, 1.0),
            "head": rng.uniform(0.78, 0.88),
            "bar": rng.uniform(0.92, 1.0) if road else rng.uniform(0.98, 1.12),
            "reach": rng.uniform(0.0, 0.1) if not road else rng.uniform(0.06, 0.12),
            "tube": rng.uniform(0.014, 0.024),
            "bar_width": rng.uniform(0.42, 0.48) if road else rng.uniform(0.54, 0.68),
            "sweep": 0.08 if road else rng.uniform(0.03, 0.18),
            "drop": 0.12 if road else 0.0,
            "guards": kind in ("city", "trekking", "cargo"),
            "painted": rng.random() < 0.5,
            "step_through": kind in ("city", "cargo") and rng.random() < 0.5,
            "basket": kind in ("city", "cargo") and rng.random() < 0.35,
            "rack": kind != "road" and rng.random() < 0.5,
            "lean": {"road": 0.75, "mountain": 0.45}.get(kind, 0.15) + rng.uniform(-0.05, 0.1),
        }

    def camera_height(self, rng):
        bands = (
            ((2.3, 2.9), (4.8, 5.6), (8.6, 9.6))
            if self.unseen
            else ((1.2, 2.2), (3.0, 4.6), (5.8, 8.4), (10.0, 12.5))
        )
        weights = (0.3, 0.45, 0.25) if self.unseen else (0.32, 0.3, 0.26, 0.12)
        return float(rng.uniform(*bands[rng.choice(len(bands), p=weights)]))


def _rgb(hue, saturation, value):
    return tuple(255 * np.array(colorsys.hsv_to_rgb(hue % 1.0, saturation, value)))
