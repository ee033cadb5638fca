import numpy as np
import pytest

from street.camera import Camera
from street.lens import Lens
from street.look import Look
from street.painter import Light
from street.pictures import picture
from street.place import Place
from street.projection import Placed
from street.scene import HALF, SMALLEST, View, render
from street.shapes import Shape

SEEDS = (3, 11, 29)


@pytest.fixture(scope="module")
def pictures():
    return {(seed, split): picture(seed, split) for seed, split in zip(SEEDS, ("train", "validation", "train"))}


def test_the_same_seed_gives_the_same_picture(pictures):
    pixels, objects = picture(SEEDS[0], "train")
    assert (pixels == pictures[SEEDS[0], "train"][0]).all()
    assert objects == pictures[SEEDS[0], "train"][1]


def test_another_split_gives_another_picture(pictures):
    pixels, _ = picture(SEEDS[0], "validation")
    first = pictures[SEEDS[0], "train"][0]
    assert pixels.shape != first.shape or (pixels != first).any()


def test_boxes_lie_inside_the_picture(pictures):
    objects = [(pixels.shape, one) for pixels, seen in pictures.values() for one in seen]
    assert len(objects) > 5
    for (height, width, _), one in objects:
        x1, y1, x2, y2 = one.box
        assert 0 <= x1 < x2 <= width and 0 <= y1 < y2 <= height
        assert 0 < one.visible <= 1


def test_what_is_low_or_hidden_is_to_ignore(pictures):
    for _, seen in pictures.values():
        for one in seen:
            # Boxes are rounded to tenths of a pixel and shares to thousandths.
            tall = one.box[3] - one.box[1]
            if tall < SMALLEST - 0.11 or one.visible < HALF - 0.001:
                assert one.ignore
            if tall > SMALLEST + 0.11 and one.visible > HALF + 0.001:
                assert not one.ignore


def block(x, y, width, height, identity):
    """A flat box that stands across the view of a camera that looks along x."""
    shape = Shape()
    shape.block((-0.05, 0.05, width, 0.0), (-0.05, 0.05, width, height), (200, 40, 40))
    return Placed(shape.pieces, x, y, 0.0, (identity,), 0.1, width)


def scene(*placed):
    """What is seen of blocks by a camera 1 m above the ground, by identity."""
    place = Place(2, 3.5, 2.0, False, True, 90, [], None, (235, 235, 228), (150, 150, 150), (90, 120, 60))
    camera = Camera((0.0, 0.0, 1.0), 0.0, 0.0, 0.0, 1000.0, 1280, 720)
    light = Light(np.array([0.0, 0.6, 0.8]), 0.6, 0.4, np.ones(3), False)
    random = np.random.default_rng(1)
    view = View(place, camera, light, Lens(random), 1)
    _, seen = render(view, list(placed), [2] * len(placed), (640, 360), random)
    return {one.identity: one for one in seen}


def test_of_two_boxes_one_hides_half_of_the_other():
    seen = scene(block(20, 0, 2, 2, 1), block(10, 0.5, 1, 2, 2))
    assert seen[1].visible == pytest.approx(0.5, abs=0.04)
    assert seen[2].visible == pytest.approx(1, abs=0.04)
    # The far box is 50 pixels wide around the middle; its left half is hidden.
    assert seen[1].box == pytest.approx((320, 155, 345, 205), abs=1.5)
    assert seen[2].box == pytest.approx((270, 130, 320, 230), abs=1.5)


@pytest.mark.parametrize(("hidden", "ignore"), [(0.3, False), (0.7, True)])
def test_more_than_half_hidden_is_to_ignore(hidden, ignore):
    width = hidden
    seen = scene(block(20, 0, 2, 2, 1), block(10, 0.5 - width / 2, width, 2, 2))
    assert seen[1].visible == pytest.approx(1 - hidden, abs=0.04)
    assert seen[1].ignore == ignore


@pytest.mark.parametrize(("tall", "ignore"), [(14, True), (18, False)])
def test_lower_than_sixteen_pixels_is_to_ignore(tall, ignore):
    # 500 pixels of focal length in a picture 640 wide: 1 m at 25 m is 20 pixels.
    (one,) = scene(block(25, 0, 2, tall / 20, 1)).values()
    assert one.box[3] - one.box[1] == pytest.approx(tall, abs=1.1)
    assert one.ignore == ignore


def test_identities_stay_with_their_objects():
    seen = scene(block(20, 3, 2, 2, 1), block(10, -1, 1, 2, 2))
    assert seen[1].box[2] < 320 < seen[2].box[0]
    assert sorted(seen) == [1, 2]


class Chosen:
    """Takes the place of chance: the given one of alternatives, the middle of ranges."""

    def __init__(self, choice):
        self.choice_index = choice

    def integers(self, low, high=None):
        return self.choice_index % low if high is None else (low + high) // 2

    def choice(self, alternatives, p=None):
        return alternatives[self.choice_index % len(alternatives)]

    def uniform(self, low=0.0, high=1.0, size=None):
        return (low + high) / 2 if size is None else np.full(size, (low + high) / 2)

    def random(self):
        return 0.5




@pytest.mark.parametrize("kind", [
    "car", "bus", "truck", "motorcycle",
    "bicycle",
])
def test_the_splits_share_no_style(kind):
    train, unseen = (
        {str(getattr(Look(split), kind)(Chosen(choice))) for choice in range(12)}
        for split in ("train", "validation")
    )
    assert len(train) > 1 and unseen
    assert not train & unseen


def test_the_splits_share_no_load():
    train, unseen = (
        {Look(split).truck(Chosen(choice))["load"] for choice in range(12)} for split in ("train", "validation")
    )
    assert not train & unseen


def test_the_splits_share_no_hue():
    random = np.random.default_rng(1)
    train, unseen = (
        {int(24 * Look(split).hue(random)) for _ in range(400)} for split in ("train", "validation")
    )
    assert len(train) == len(unseen) == 12
    assert not train & unseen


def test_the_splits_share_no_height_of_camera():
    random = np.random.default_rng(1)
    train, unseen = (
        np.array([Look(split).camera_height(random) for _ in range(300)]) for split in ("train", "validation")
    )
    assert np.abs(train[:, None] - unseen[None, :]).min() > 0.05
