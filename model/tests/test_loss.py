import math

import pytest
import torch

from detector.assign import assign, ignored
from detector.loss import Truth, detection_loss
from detector.network import BINS, anchors
from detector.train import adamw, train_step


def grid(cells, stride):
    middle = (torch.arange(cells) + 0.5) * stride
    y, x = torch.meshgrid(middle, middle, indexing="ij")
    return torch.stack((x, y), -1).view(-1, 2)


def truth(boxes=(), classes=(), picture=(), ignore=(), ignore_picture=()):
    return Truth(
        torch.tensor(boxes, dtype=torch.float32).view(-1, 4), torch.tensor(classes, dtype=torch.long),
        torch.tensor(picture, dtype=torch.long), torch.tensor(ignore, dtype=torch.float32).view(-1, 4),
        torch.tensor(ignore_picture, dtype=torch.long),
    )


def chosen(points, predicted, boxes, classes, scores=None):
    scores = torch.full((1, len(points), 6), 0.5) if scores is None else scores
    return assign(
        points, scores, predicted, torch.tensor(boxes, dtype=torch.float32),
        torch.tensor(classes), torch.zeros(len(boxes), dtype=torch.long),
    )


def test_only_anchors_inside_an_object_are_its_own():
    points = grid(8, 8)
    object_box = [16.0, 16.0, 32.0, 32.0]
    predicted = torch.tensor(object_box).expand(1, len(points), 4)

    found = chosen(points, predicted, [object_box], [2])

    assert sorted(found.anchor.tolist()) == [18, 19, 26, 27]
    assert found.object.tolist() == [0] * 4
    assert found.score.tolist() == [pytest.approx(1, abs=1e-3)] * 4


def test_an_object_takes_the_ten_best_anchors():
    points = grid(8, 8)
    whole = torch.tensor([0.0, 0.0, 64.0, 64.0])
    predicted = whole.repeat(1, len(points), 1)
    predicted[0, 10:, 2] = 48.0

    found = chosen(points, predicted, [whole.tolist()], [0])

    assert sorted(found.anchor.tolist()) == list(range(10))


def test_a_contested_anchor_goes_to_the_object_it_overlaps_best():
    points = torch.tensor([[16.0, 16.0]])
    predicted = torch.tensor([[[0.0, 0.0, 30.0, 32.0]]])

    found = chosen(points, predicted, [[0, 0, 64, 64], [0, 0, 32, 32]], [0, 1])

    assert found.object.tolist() == [1]


def test_a_target_falls_with_the_score_of_the_anchor():
    points = torch.tensor([[12.0, 16.0], [20.0, 16.0]])
    predicted = torch.tensor([[[0.0, 0.0, 32.0, 32.0]] * 2])
    scores = torch.full((1, 2, 6), 0.64)
    scores[0, 1] = 0.16

    found = chosen(points, predicted, [[0, 0, 32, 32]], [0], scores)

    by_anchor = dict(zip(found.anchor.tolist(), found.score.tolist()))
    assert by_anchor == {0: pytest.approx(1, abs=1e-3), 1: pytest.approx(0.5, abs=1e-3)}


def test_an_object_smaller_than_a_cell_has_an_anchor():
    points = grid(4, 8)
    predicted = torch.tensor([14.0, 14.0, 17.0, 17.0]).expand(1, len(points), 4)

    assert len(chosen(points, predicted, [[14, 14, 17, 17]], [3]).anchor) > 0


def test_anchors_in_an_ignore_box_of_their_picture_only():
    hits = ignored(grid(2, 8), torch.tensor([[0.0, 0.0, 8.0, 16.0]]), torch.tensor([1]), 2)
    assert hits.tolist() == [[False] * 4, [True, False, True, False]]


def maps_of(reach, logit):
    """Heads of one 64-pixel picture that all say `reach` strides to every side and the same logits."""
    maps = []
    for cells in (8, 4, 2):
        sides = torch.zeros(1, 4, BINS, cells, cells)
        sides[:, :, reach] = 30.0
        maps.append((sides.flatten(1, 2), torch.full((1, 6, cells, cells), logit)))
    return maps


def test_an_exact_box_costs_less_than_a_wrong_one():
    # the 8-pixel cell at 12, 12 reaches 2 cells to each side: exactly this box
    exact = detection_loss(maps_of(2, 0.0), truth([[-4, -4, 28, 28]], [0], [0]))
    wrong = detection_loss(maps_of(1, 0.0), truth([[-4, -4, 28, 28]], [0], [0]))
    assert exact.positives > 0
    assert exact.dfl < wrong.dfl
    assert exact.box < wrong.box


def test_the_class_loss_of_nothing_is_the_entropy_of_all_anchors():
    loss = detection_loss(maps_of(1, 0.0), truth())
    assert loss.positives == 0
    assert loss.box == loss.dfl == 0
    assert loss.classes == pytest.approx(0.5 * (64 + 16 + 4) * 6 * math.log(2), rel=1e-5)


def test_what_is_to_ignore_is_no_background():
    everything = detection_loss(maps_of(1, 0.0), truth(ignore=[[0, 0, 64, 64]], ignore_picture=[0]))
    assert everything.classes == 0


def test_anchors_stand_row_by_row_in_the_middle_of_cells():
    points, strides = anchors(maps_of(1, 0.0))
    assert points[:2].tolist() == [[4, 4], [12, 4]]
    assert points[64].tolist() == [8, 8]
    assert strides[[0, 63, 64, 80, 83]].tolist() == [8, 8, 16, 32, 32]


def test_a_batch_without_objects_does_not_break_a_step(narrow):
    loss, norm = train_step(narrow.train(), adamw(narrow, 1e-3), torch.rand(2, 3, 64, 64), truth(), half=False)
    assert math.isfinite(norm) and norm > 0
    assert math.isfinite(float(loss.total.detach()))
    assert all(bool(p.isfinite().all()) for p in narrow.parameters())


def test_the_loss_falls_on_one_batch(narrow):
    torch.manual_seed(4)
    pixels = 0.2 * torch.rand(2, 3, 96, 96)
    pixels[0, 0, 16:64, 24:72] += 0.8
    pixels[1, 2, 32:80, 8:88] += 0.8
    known = truth([[24, 16, 72, 64], [8, 32, 88, 80]], [0, 2], [0, 1])
    optimiser = adamw(narrow.train(), 3e-3)
    losses = [float(train_step(narrow, optimiser, pixels, known, half=False)[0].total.detach()) for _ in range(60)]
    assert sum(losses[-5:]) < 0.6 * sum(losses[:5])
