"""Overlap of boxes given as x1, y1, x2, y2 in pixels, on tensors."""

import math

import torch
from torch import Tensor

EPSILON = 1e-7


def iou(first: Tensor, second: Tensor) -> Tensor:
    """Intersection over union, row by row: [..., 4] and [..., 4] to [...]."""
    return _overlap(first, second)[0]


def _overlap(first: Tensor, second: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    low = torch.maximum(first[..., :2], second[..., :2])
    high = torch.minimum(first[..., 2:], second[..., 2:])
    shared = (high - low).clamp(min=0).prod(-1)
    size1 = (first[..., 2:] - first[..., :2]).clamp(min=EPSILON)
    size2 = (second[..., 2:] - second[..., :2]).clamp(min=EPSILON)
    union = size1.prod(-1) + size2.prod(-1) - shared + EPSILON
    return shared / union, size1, size2


def complete_iou(first: Tensor, second: Tensor) -> Tensor:
    """CIoU (arXiv 1911.08287): overlap less centre distance less difference of aspect ratio."""
    overlap, size1, size2 = _overlap(first, second)
    hull = torch.maximum(first[..., 2:], second[..., 2:]) - torch.minimum(first[..., :2], second[..., :2])
    diagonal = hull.square().sum(-1) + EPSILON
    offset = (first[..., :2] + first[..., 2:] - second[..., :2] - second[..., 2:]) / 2
    distance = offset.square().sum(-1)
    angle1 = torch.atan(size1[..., 0] / size1[..., 1])
    angle2 = torch.atan(size2[..., 0] / size2[..., 1])
    aspect = (4 / math.pi**2) * (angle1 - angle2).square()
    with torch.no_grad():
        weight = aspect / (aspect - overlap + 1 + EPSILON)
    return overlap - distance / diagonal - aspect * weight
