import math

import pytest
import torch

from detector.boxes import complete_iou, iou
from detector.loss import distribution_focal
from detector.network import BINS


def box(*corners):
    return torch.tensor([corners], dtype=torch.float32)


def test_iou_of_halves():
    assert float(iou(box(0, 0, 10, 10), box(5, 0, 15, 10))) == pytest.approx(50 / 150, abs=1e-5)


def test_complete_iou_of_the_same_box_is_one():
    assert float(complete_iou(box(3, 4, 9, 20), box(3, 4, 9, 20))) == pytest.approx(1, abs=1e-5)


def test_complete_iou_takes_off_the_centres_distance():
    # overlap 1/3, centres 5 apart, hull 15 x 10
    expected = 1 / 3 - 25 / (225 + 100)
    assert float(complete_iou(box(0, 0, 10, 10), box(5, 0, 15, 10))) == pytest.approx(expected, abs=1e-5)


def test_complete_iou_takes_off_the_difference_of_shape():
    # same centre; 20 x 10 and 10 x 20: 100 shared of 300
    aspect = 4 / math.pi**2 * (math.atan(2) - math.atan(0.5)) ** 2
    expected = 1 / 3 - aspect * aspect / (aspect - 1 / 3 + 1)
    assert float(complete_iou(box(0, 5, 20, 15), box(5, 0, 15, 20))) == pytest.approx(expected, abs=1e-5)


def test_complete_iou_of_boxes_apart_is_negative_and_has_a_gradient():
    far = box(100, 0, 110, 10).requires_grad_()
    complete_iou(box(0, 0, 10, 10), far).sum().backward()
    assert float(far.grad.abs().sum()) > 0


def test_distribution_focal_of_even_bins_is_the_logarithm_of_their_number():
    loss = distribution_focal(torch.zeros(1, 4, BINS), torch.full((1, 4), 3.25))
    assert loss.tolist() == [[pytest.approx(math.log(BINS), abs=1e-5)] * 4]


def test_distribution_focal_is_shared_between_the_two_nearest_bins():
    logits = torch.zeros(1, 1, BINS)
    logits[0, 0, 3] = 2.0
    log = logits.log_softmax(-1)[0, 0]
    loss = distribution_focal(logits, torch.tensor([[3.25]]))
    assert float(loss) == pytest.approx(float(-0.75 * log[3] - 0.25 * log[4]), abs=1e-5)


def test_distribution_focal_cuts_a_reach_the_bins_cannot_say():
    assert math.isfinite(float(distribution_focal(torch.zeros(1, 1, BINS), torch.tensor([[40.0]]))))
