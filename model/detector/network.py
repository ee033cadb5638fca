"""The network: CSP backbone with C2f blocks, SPPF, PAN neck, anchor-free decoupled head.

Written from the published description of YOLOv8 (Ultralytics, 2023) and of its parts: CSPNet
(arXiv 1911.11929), PANet (arXiv 1803.01534), distribution focal loss (arXiv 2006.04388).
Widths differ from the published `n` scale so that the exported file stays below 8 MB.

Shapes: B pictures, H and W pixels (multiples of 32), A = HW/64 + HW/256 + HW/1024 anchors.
"""

import math
from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn

from . import NAMES

STRIDES = (8, 16, 32)
BINS = 16


@dataclass(frozen=True)
class Shape:
    """Everything that is needed to build a network that fits a checkpoint."""

    channels: tuple[int, ...] = (16, 32, 48, 96, 192)
    depths: tuple[int, ...] = (1, 2, 2, 1)
    classes: int = len(NAMES)
    box_width: int = 64

    def as_dict(self) -> dict:
        return asdict(self)

    @staticmethod
    def from_dict(values: dict) -> "Shape":
        return Shape(**{k: tuple(v) if isinstance(v, (list, tuple)) else v for k, v in values.items()})


class Conv(nn.Module):
    """Convolution without bias, batch normalisation, SiLU; `same` padding."""

    def __init__(self, inputs: int, outputs: int, kernel: int = 1, stride: int = 1):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False)
        self.norm = nn.BatchNorm2d(outputs, eps=1e-3, momentum=0.03)
        self.act = nn.SiLU(inplace=True)

    def forward(self, x: Tensor) -> Tensor:
        return self.act(self.norm(self.conv(x)))

    def fuse(self) -> None:
        """Folds the normalisation into the convolution, for inference only."""
        scale = self.norm.weight / torch.sqrt(self.norm.running_var + self.norm.eps)
        fused = nn.Conv2d(
            self.conv.in_channels, self.conv.out_channels, self.conv.kernel_size,
            self.conv.stride, self.conv.padding, bias=True,
        )
        fused.weight.data = (self.conv.weight * scale[:, None, None, None]).detach()
        fused.bias.data = (self.norm.bias - self.norm.running_mean * scale).detach()
        self.conv = fused
        self.norm = nn.Identity()


class Bottleneck(nn.Module):
    """Two 3x3 convolutions, with the input added where `shortcut` is set."""

    def __init__(self, width: int, shortcut: bool):
        super().__init__()
        self.first = Conv(width, width, 3)
        self.second = Conv(width, width, 3)
        self.shortcut = shortcut

    def forward(self, x: Tensor) -> Tensor:
        y = self.second(self.first(x))
        return x + y if self.shortcut else y


class C2f(nn.Module):
    """Splits the input in two halves and keeps the output of every bottleneck of the second."""

    def __init__(self, inputs: int, outputs: int, depth: int, shortcut: bool):
        super().__init__()
        self.half = outputs // 2
        self.split = Conv(inputs, 2 * self.half)
        self.blocks = nn.ModuleList(Bottleneck(self.half, shortcut) for _ in range(depth))
        self.merge = Conv((2 + depth) * self.half, outputs)

    def forward(self, x: Tensor) -> Tensor:
        parts = list(self.split(x).chunk(2, 1))
        for block in self.blocks:
            parts.append(block(parts[-1]))
        return self.merge(torch.cat(parts, 1))


class SPPF(nn.Module):
    """Spatial pyramid pooling: three 5x5 maxima in a row see 5, 9 and 13 cells."""

    def __init__(self, width: int):
        super().__init__()
        self.reduce = Conv(width, width // 2)
        self.pool = nn.MaxPool2d(5, 1, 2)
        self.merge = Conv(width // 2 * 4, width)

    def forward(self, x: Tensor) -> Tensor:
        parts = [self.reduce(x)]
        for _ in range(3):
            parts.append(self.pool(parts[-1]))
        return self.merge(torch.cat(parts, 1))


class Head(nn.Module):
    """Per level one branch for box sides as distributions over BINS and one for class logits."""

    def __init__(self, widths: tuple[int, ...], classes: int, box_width: int):
        super().__init__()
        class_width = max(widths[0], min(classes, 100))
        self.box = nn.ModuleList(self._branch(w, box_width, 4 * BINS) for w in widths)
        self.score = nn.ModuleList(self._branch(w, class_width, classes) for w in widths)
        for box, score, stride in zip(self.box, self.score, STRIDES):
            nn.init.constant_(box[-1].bias, 1.0)
            # About five objects in a 640-pixel picture, spread evenly over cells and classes.
            nn.init.constant_(score[-1].bias, math.log(5 / classes / (640 / stride) ** 2))

    @staticmethod
    def _branch(inputs: int, width: int, outputs: int) -> nn.Sequential:
        return nn.Sequential(Conv(inputs, width, 3), Conv(width, width, 3), nn.Conv2d(width, outputs, 1))

    def forward(self, levels: list[Tensor]) -> list[tuple[Tensor, Tensor]]:
        return [(box(x), score(x)) for box, score, x in zip(self.box, self.score, levels)]


class Network(nn.Module):
    """Picture [B, 3, H, W], RGB in 0..1, to raw head maps; see `export_forward` for detections."""

    def __init__(self, shape: Shape = Shape()):
        super().__init__()
        self.shape = shape
        c1, c2, c3, c4, c5 = shape.channels
        d2, d3, d4, d5 = shape.depths
        neck = d2
        self.stem = Conv(3, c1, 3, 2)
        self.stage2 = nn.Sequential(Conv(c1, c2, 3, 2), C2f(c2, c2, d2, True))
        self.stage3 = nn.Sequential(Conv(c2, c3, 3, 2), C2f(c3, c3, d3, True))
        self.stage4 = nn.Sequential(Conv(c3, c4, 3, 2), C2f(c4, c4, d4, True))
        self.stage5 = nn.Sequential(Conv(c4, c5, 3, 2), C2f(c5, c5, d5, True), SPPF(c5))
        self.up = nn.Upsample(scale_factor=2, mode="nearest")
        self.top4 = C2f(c5 + c4, c4, neck, False)
        self.top3 = C2f(c4 + c3, c3, neck, False)
        self.down3 = Conv(c3, c3, 3, 2)
        self.out4 = C2f(c3 + c4, c4, neck, False)
        self.down4 = Conv(c4, c4, 3, 2)
        self.out5 = C2f(c4 + c5, c5, neck, False)
        self.head = Head((c3, c4, c5), shape.classes, shape.box_width)

    def forward(self, x: Tensor) -> list[tuple[Tensor, Tensor]]:
        """Per stride: side distributions [B, 4 * BINS, h, w] and class logits [B, classes, h, w]."""
        p3 = self.stage3(self.stage2(self.stem(x)))
        p4 = self.stage4(p3)
        p5 = self.stage5(p4)
        t4 = self.top4(torch.cat((self.up(p5), p4), 1))
        t3 = self.top3(torch.cat((self.up(t4), p3), 1))
        o4 = self.out4(torch.cat((self.down3(t3), t4), 1))
        o5 = self.out5(torch.cat((self.down4(o4), p5), 1))
        return self.head([t3, o4, o5])

    def export_forward(self, x: Tensor) -> Tensor:
        """Detections [B, 4 + classes, A]: centre x, centre y, width, height in pixels, scores 0..1."""
        maps = self.forward(x)
        points, strides = anchors(maps)
        sides = torch.cat([box.flatten(2) for box, _ in maps], 2)
        logits = torch.cat([score.flatten(2) for _, score in maps], 2)
        sides = sides.unflatten(1, (4, BINS)).softmax(2)
        bins = torch.arange(BINS, dtype=sides.dtype, device=sides.device).view(1, 1, BINS, 1)
        left_top, right_bottom = ((sides * bins).sum(2) * strides).chunk(2, 1)
        middle = points.T + (right_bottom - left_top) / 2
        return torch.cat((middle, left_top + right_bottom, logits.sigmoid()), 1)

    def fuse(self) -> "Network":
        """Folds every normalisation into its convolution; the network is for inference afterwards."""
        self.eval()
        for module in self.modules():
            if isinstance(module, Conv) and isinstance(module.norm, nn.BatchNorm2d):
                module.fuse()
        return self


def anchors(maps: list[tuple[Tensor, Tensor]]) -> tuple[Tensor, Tensor]:
    """Cell centres [A, 2] as x, y in pixels and their strides [A], level by level, row by row."""
    points, strides = [], []
    for (box, _), stride in zip(maps, STRIDES):
        height, width = int(box.shape[2]), int(box.shape[3])
        y = (torch.arange(height, dtype=torch.float32, device=box.device) + 0.5) * stride
        x = (torch.arange(width, dtype=torch.float32, device=box.device) + 0.5) * stride
        rows, columns = torch.meshgrid(y, x, indexing="ij")
        points.append(torch.stack((columns, rows), -1).view(-1, 2))
        strides.append(torch.full((height * width,), float(stride), device=box.device))
    return torch.cat(points), torch.cat(strides)


class Export(nn.Module):
    """A network whose plain call yields detections, the form that is exported."""

    def __init__(self, network: Network):
        super().__init__()
        self.network = network

    def forward(self, images: Tensor) -> Tensor:
        return self.network.export_forward(images)
