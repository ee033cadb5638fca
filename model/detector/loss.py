"""Training loss: binary cross entropy of classes, CIoU and distribution focal loss of boxes."""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from .assign import Positives, assign, ignored
from .boxes import complete_iou
from .network import BINS, anchors

BOX_GAIN = 7.5
CLASS_GAIN = 0.5
DFL_GAIN = 1.5


@dataclass(frozen=True)
class Truth:
    """What a batch shows: G objects and I regions that count neither as object nor as background.

    boxes [G, 4] and ignore [I, 4] in pixels of the batch; classes [G]; picture [G] and
    ignore_picture [I] say which picture of the batch each belongs to.
    """

    boxes: Tensor
    classes: Tensor
    picture: Tensor
    ignore: Tensor
    ignore_picture: Tensor


@dataclass(frozen=True)
class Loss:
    """The sum to minimise, its three weighted parts (detached) and the number of positive anchors."""

    total: Tensor
    box: float
    classes: float
    dfl: float
    positives: int


def detection_loss(maps: list[tuple[Tensor, Tensor]], truth: Truth) -> Loss:
    """Loss of raw head maps against the truth, in fp32 whatever the maps are in."""
    points, strides = anchors(maps)
    sides = torch.cat([_rows(box) for box, _ in maps], 1).float()
    logits = torch.cat([_rows(score) for _, score in maps], 1).float()
    positives = _positives(points, strides, sides.detach(), logits.detach(), truth)
    at = (positives.picture, positives.anchor)

    target = torch.zeros_like(logits)
    target[at + (truth.classes[positives.object],)] = positives.score
    counted = torch.ones(logits.shape[:2], device=logits.device)
    if len(truth.ignore):
        counted[ignored(points, truth.ignore, truth.ignore_picture, len(logits))] = 0.0
        counted[at] = 1.0
    norm = positives.score.sum().clamp(min=1.0)
    entropy = F.binary_cross_entropy_with_logits(logits, target, reduction="none")
    classes = CLASS_GAIN * (entropy.sum(-1) * counted).sum() / norm

    box, dfl = _box_losses(points, strides, sides[at], truth.boxes[positives.object], positives)
    box, dfl = BOX_GAIN * box / norm, DFL_GAIN * dfl / norm
    parts = torch.stack((box, classes, dfl)).detach().tolist()
    return Loss(box + classes + dfl, *parts, positives=len(positives.score))


def _rows(x: Tensor) -> Tensor:
    """[B, C, h, w] to [B, h * w, C]; free of copies where the map is channels-last."""
    return x.permute(0, 2, 3, 1).flatten(1, 2)


def _positives(points: Tensor, strides: Tensor, sides: Tensor, logits: Tensor, truth: Truth) -> Positives:
    if not len(truth.boxes):
        none = torch.zeros(0, dtype=torch.long, device=points.device)
        return Positives(none, none, none, points.new_zeros(0))
    predicted = decode(points, strides, sides)
    return assign(points, logits.sigmoid(), predicted, truth.boxes, truth.classes, truth.picture)


def decode(points: Tensor, strides: Tensor, sides: Tensor) -> Tensor:
    """Side distributions [..., A, 4 * BINS] to boxes [..., A, 4] in pixels."""
    bins = torch.arange(BINS, dtype=sides.dtype, device=sides.device)
    reach = sides.unflatten(-1, (4, BINS)).softmax(-1).matmul(bins) * strides[:, None]
    return torch.cat((points - reach[..., :2], points + reach[..., 2:]), -1)


def _box_losses(
    points: Tensor, strides: Tensor, sides: Tensor, boxes: Tensor, positives: Positives
) -> tuple[Tensor, Tensor]:
    """Sums over the P positives of CIoU loss and distribution focal loss, weighted by target score."""
    points, strides = points[positives.anchor], strides[positives.anchor]
    overlap = complete_iou(decode(points, strides, sides), boxes)
    box = ((1 - overlap) * positives.score).sum()
    reach = torch.cat((points - boxes[:, :2], boxes[:, 2:] - points), 1) / strides[:, None]
    dfl = distribution_focal(sides.unflatten(1, (4, BINS)), reach).mean(1)
    return box, (dfl * positives.score).sum()


def distribution_focal(logits: Tensor, reach: Tensor) -> Tensor:
    """Cross entropy with the two bins around the true reach, in proportion to their nearness.

    logits [P, 4, BINS]; reach [P, 4] in strides, cut to what the bins can say; result [P, 4].
    """
    reach = reach.clamp(0, BINS - 1.01)
    low = reach.long()
    share = reach - low
    log = logits.log_softmax(-1)
    at_low = log.gather(-1, low[..., None]).squeeze(-1)
    at_high = log.gather(-1, low[..., None] + 1).squeeze(-1)
    return -(at_low * (1 - share) + at_high * share)
