import math

import numpy as np
import pytest

from detector.metrics import Counts, Detections, Objects, average_precision, class_precision, counts


def found(*rows):
    """Rows of x1, y1, x2, y2, score, class."""
    rows = np.array(rows, np.float32).reshape(-1, 6)
    return Detections(rows[:, :4], rows[:, 4], rows[:, 5].astype(int))


def objects(rows=(), ignore=()):
    """Rows of x1, y1, x2, y2, class."""
    rows = np.array(rows, np.float32).reshape(-1, 5)
    return Objects(rows[:, :4], rows[:, 4].astype(int), np.array(ignore, np.float32).reshape(-1, 4))


def test_right_wrong_and_missed():
    pair = (
        found((0, 0, 10, 10, 0.9, 0), (50, 50, 60, 60, 0.8, 0), (0, 0, 10, 10, 0.3, 0)),
        objects([(0, 0, 10, 10, 0), (100, 0, 110, 10, 0)]),
    )
    assert counts([pair], 0, 0.4) == Counts(right=1, wrong=1, objects=2)


def test_a_second_detection_of_an_object_is_wrong():
    pair = (found((0, 0, 10, 10, 0.9, 0), (0, 0, 10, 9, 0.8, 0)), objects([(0, 0, 10, 10, 0)]))
    assert counts([pair], 0, 0.4) == Counts(1, 1, 1)


def test_another_class_does_not_match():
    pair = (found((0, 0, 10, 10, 0.9, 1)), objects([(0, 0, 10, 10, 0)]))
    assert counts([pair], 0, 0.4) == Counts(0, 0, 1)
    assert counts([pair], 1, 0.4) == Counts(0, 1, 0)


@pytest.mark.parametrize(("right", "matches"), [(20, True), (21, False)])
def test_overlap_of_a_half_is_enough(right, matches):
    pair = (found((0, 0, right, 10, 0.9, 0)), objects([(0, 0, 10, 10, 0)]))
    assert counts([pair], 0, 0.4).right == matches


def test_what_is_to_ignore_counts_neither_way():
    pair = (
        found((0, 0, 10, 10, 0.9, 0), (14, 0, 24, 10, 0.9, 0), (17, 0, 27, 10, 0.9, 0)),
        objects(ignore=[(0, 0, 20, 10)]),
    )
    assert counts([pair], 0, 0.4) == Counts(right=0, wrong=1, objects=0)


def test_average_precision_by_hand():
    # precision 1 to recall 1/2, 2/3 to recall 1: 51 and 50 of 101 points
    right, scores = np.array([True, False, True]), np.array([0.9, 0.8, 0.7])
    assert average_precision(right, scores, 2) == pytest.approx((51 + 50 * 2 / 3) / 101)


def test_average_precision_of_what_is_never_found_is_nothing():
    assert average_precision(np.zeros(0, bool), np.zeros(0), 3) == 0


def test_average_precision_without_objects_is_no_number():
    assert math.isnan(average_precision(np.ones(1, bool), np.ones(1), 0))


def test_average_precision_falls_with_the_overlap_that_is_asked():
    pair = (found((0, 0, 10, 8, 0.9, 0)), objects([(0, 0, 10, 10, 0)]))
    precision = class_precision([pair], 0)
    # overlap 0.8: right from 0.5 to 0.8
    assert precision[:6].tolist() == [1.0] * 6
    assert precision[7:].tolist() == [0.0] * 3
