"""Task-aligned assignment of objects to anchors (TOOD, arXiv 2108.07755).

All objects of a batch stand in one flat list, so that nothing is padded and the costly overlap is
computed only for anchors whose centre lies inside an object.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from .boxes import complete_iou

TOP = 10
ALPHA = 0.5
BETA = 6.0
SMALLEST = 8.0
"""Boxes are widened to this many pixels when candidates are looked for: each then has an anchor."""


@dataclass(frozen=True)
class Positives:
    """P anchors that have an object: picture, anchor and object index and target score, each [P]."""

    picture: Tensor
    anchor: Tensor
    object: Tensor
    score: Tensor


@torch.no_grad()
def assign(
    points: Tensor, scores: Tensor, predicted: Tensor, boxes: Tensor, classes: Tensor, picture: Tensor
) -> Positives:
    """Chooses per object the TOP anchors by score^ALPHA * CIoU^BETA; an anchor serves one object.

    points [A, 2] pixels; scores [B, A, classes] 0..1; predicted [B, A, 4] pixels;
    boxes [G, 4] pixels; classes [G]; picture [G], the picture each object belongs to.
    """
    count = points.shape[0]
    owner, anchor = centres_inside(points, boxes, SMALLEST).nonzero(as_tuple=True)
    place = picture[owner]
    overlap = complete_iou(boxes[owner], predicted[place, anchor]).clamp(min=0)
    metric = scores[place, anchor, classes[owner]].pow(ALPHA) * overlap.pow(BETA)

    ranked = metric.new_full((boxes.shape[0], count), -1.0)
    ranked[owner, anchor] = metric
    chosen = torch.zeros_like(ranked, dtype=torch.bool)
    chosen.scatter_(1, ranked.topk(min(TOP, count), 1).indices, True)
    keep = chosen[owner, anchor]
    owner, anchor, place, overlap, metric = (t[keep] for t in (owner, anchor, place, overlap, metric))

    # An anchor that several objects chose goes to the one it overlaps best.
    key = place * count + anchor
    cells = scores.shape[0] * count
    best = overlap.new_full((cells,), -1.0).scatter_reduce(0, key, overlap, "amax")
    winner = overlap == best[key]
    holder = torch.full((cells,), -1, dtype=torch.long, device=key.device)
    holder[key[winner]] = owner[winner]
    keep = holder[key] == owner
    owner, anchor, place, overlap, metric = (t[keep] for t in (owner, anchor, place, overlap, metric))

    # The best anchor of an object shall score as high as its best overlap, the others in proportion.
    zeros = metric.new_zeros(boxes.shape[0])
    most = zeros.scatter_reduce(0, owner, metric, "amax")
    widest = zeros.scatter_reduce(0, owner, overlap, "amax")
    return Positives(place, anchor, owner, metric * widest[owner] / (most[owner] + 1e-9))


@torch.no_grad()
def ignored(points: Tensor, boxes: Tensor, picture: Tensor, pictures: int) -> Tensor:
    """Which anchors [B, A] have their centre inside an ignore box: boxes [I, 4], picture [I]."""
    hits = torch.zeros(pictures, points.shape[0], device=points.device)
    return hits.index_add_(0, picture, centres_inside(points, boxes).float()) > 0


def centres_inside(points: Tensor, boxes: Tensor, smallest: float = 0.0) -> Tensor:
    """Whether each point [A, 2] lies inside each box [G, 4] widened to `smallest`: bool [G, A]."""
    middle = (boxes[:, :2] + boxes[:, 2:]) / 2
    half = ((boxes[:, 2:] - boxes[:, :2]) / 2).clamp(min=smallest / 2 + 1e-3 if smallest else 0.0)
    x = (points[None, :, 0] - middle[:, 0:1]).abs() < half[:, 0:1]
    y = (points[None, :, 1] - middle[:, 1:2]).abs() < half[:, 1:2]
    return x & y
