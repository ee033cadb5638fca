import numpy as np
import pytest

from detector.augment import colour_matrix, crop_view, fitted, jitter, letterbox_view, repad, view
from detector.detect import Detections, detect, letterbox, whole_pixels
from detector.pictures import Recipe, load_pictures, make_sample

BOX = np.array([[150, 100, 350, 200]], np.float32)


def picture():
    pixels = np.full((360, 640, 3), 40, np.uint8)
    pixels[100:200, 150:350] = 240
    return pixels


def shown(sample):
    """Corners of what is bright on a canvas."""
    y, x = np.nonzero(sample.pixels[:, :, 0] > 140)
    return [x.min(), y.min(), x.max() + 1, y.max() + 1]


def seen(placed, size, ignore=False):
    return view(picture(), BOX, np.array([2]), np.array([1.0]), np.array([ignore]), placed, size)


@pytest.mark.parametrize("seed", range(12))
def test_a_box_stays_on_its_object_in_a_crop(seed):
    random = np.random.default_rng(seed)
    sample = seen(crop_view(640, 360, (320, 320), BOX, random), (320, 320))
    boxes = np.concatenate((sample.boxes, sample.ignore))
    assert len(boxes) <= 1
    if len(boxes):
        assert shown(sample) == pytest.approx(boxes[0].tolist(), abs=1.01)


@pytest.mark.parametrize("flip", [False, True])
def test_a_box_stays_on_its_object_in_the_whole_picture(flip):
    sample = seen(letterbox_view(640, 360, (640, 640), flip), (640, 640))
    assert sample.boxes.tolist() == [[290, 240, 490, 340] if flip else [150, 240, 350, 340]]
    assert shown(sample) == pytest.approx(sample.boxes[0].tolist(), abs=1.01)


def test_a_sample_from_disk_keeps_its_box(shard):
    recipe = Recipe(320, 320, 1, 1, whole=True)
    sample = make_sample(load_pictures(shard)[0], recipe, np.random.default_rng(5))
    x1, y1, x2, y2 = sample.boxes[0].astype(int)
    inside, outside = sample.pixels[y1 + 3:y2 - 3, x1 + 3:x2 - 3, 0].mean(), sample.pixels[110:250, 2:40, 0].mean()
    assert inside > outside + 40
    assert sample.classes.tolist() == [2]


def test_what_is_cut_by_more_than_half_is_to_ignore():
    sample = seen(letterbox_view(640, 360, (640, 640)), (200, 640))
    assert len(sample.boxes) == 0
    assert sample.ignore.tolist() == [[150, 240, 200, 340]]


def test_what_is_low_on_the_canvas_is_to_ignore():
    tall = seen(letterbox_view(640, 360, (128, 128)), (128, 128))
    low = seen(letterbox_view(640, 360, (96, 96)), (96, 96))
    assert (len(tall.boxes), len(tall.ignore)) == (1, 0)
    assert (len(low.boxes), len(low.ignore)) == (0, 1)


def test_an_ignore_flag_stays():
    assert len(seen(letterbox_view(640, 360, (640, 640)), (640, 640), ignore=True).boxes) == 0


def test_padding_is_plain_grey_whatever_the_colours():
    placed = letterbox_view(640, 360, (640, 640))
    pixels = repad(np.full((640, 640, 3), 9, np.uint8), placed, 640, 360)
    assert (pixels[:140] == 114).all() and (pixels[500:] == 114).all() and (pixels[140:500] == 9).all()


def test_the_same_chance_gives_the_same_look():
    looks = [jitter(picture(), np.random.default_rng(8)) for _ in range(2)]
    assert (looks[0] == looks[1]).all()
    assert colour_matrix(np.random.default_rng(1)).shape == (3, 4)


# Sizes and what the product makes of them: width and height in the input, pixels left and above.
PLACES = [
    (640, 640, 640, 640, 640, 640, 0, 0),
    (1280, 720, 640, 640, 640, 360, 0, 140),
    (810, 1080, 640, 640, 480, 640, 80, 0),
    (641, 479, 640, 640, 640, 478, 0, 81),
    (333, 777, 640, 640, 274, 640, 183, 0),
    (100, 99, 640, 640, 640, 634, 0, 3),
    (641, 640, 640, 640, 640, 639, 0, 0),
    (5000, 2, 640, 640, 640, 1, 0, 319),
    (1280, 720, 640, 384, 640, 360, 0, 12),
    (720, 1280, 320, 640, 320, 569, 0, 35),
    (1920, 1080, 32, 32, 32, 18, 0, 7),
]


@pytest.mark.parametrize("place", PLACES)
def test_a_letterbox_is_rounded_as_in_the_product(place):
    width, height, input_width, input_height, *expected = place
    size = (input_width, input_height)
    placed = letterbox_view(width, height, size)
    assert [*fitted(width, height, size), placed.offset_x, placed.offset_y] == expected


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (641, 479), (5000, 2), (3, 900)])
def test_a_letterbox_is_the_picture_on_grey(width, height):
    canvas = letterbox(np.full((height, width, 3), 255, np.uint8))
    white = (canvas[0] == 1).all(0)
    assert canvas.shape == (1, 3, 640, 640)
    assert white.sum() == white.any(0).sum() * white.any(1).sum() > 0
    assert np.allclose(canvas[0][:, ~white], 114 / 255)


def test_a_detection_comes_back_to_its_place_in_the_picture():
    output = np.zeros((1, 10, 8400), np.float32)
    output[0, :, 7] = (250, 290, 200, 100, 0, 0, 0.9, 0, 0, 0)
    kept = detect(lambda _: output, np.zeros((720, 1280, 3), np.uint8), 0.4)
    assert kept.boxes.tolist() == [[300, 200, 700, 400]]
    assert (kept.classes.tolist(), kept.scores.tolist()) == ([2], [pytest.approx(0.9)])


def test_whole_pixels_are_cut_off_not_rounded():
    found = Detections(np.array([[1.9, 2.0, 30.1, 40.99]]), np.ones(1), np.zeros(1, int))
    assert whole_pixels(found).boxes.tolist() == [[1, 2, 30, 40]]
