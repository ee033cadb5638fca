"""The training state on disk and the running average of weights that is exported."""

import copy
import math
import os
from pathlib import Path

import torch
from torch import nn

from . import NAMES
from .network import Network, Shape


class Average:
    """Exponential moving average of weights and statistics; it follows fast at first, slowly later."""

    def __init__(self, network: nn.Module, decay: float = 0.999, ramp: float = 500.0):
        self.network = copy.deepcopy(network).eval().requires_grad_(False)
        self.decay = decay
        self.ramp = ramp
        self.updates = 0

    @torch.no_grad()
    def update(self, network: nn.Module) -> None:
        self.updates += 1
        share = 1 - self.decay * (1 - math.exp(-self.updates / self.ramp))
        kept, seen = [], []
        for mine, theirs in zip(self.network.state_dict().values(), network.state_dict().values()):
            if mine.is_floating_point():
                kept.append(mine)
                seen.append(theirs)
            else:
                mine.copy_(theirs)
        torch._foreach_lerp_(kept, seen, share)


def save(
    path: Path, network: Network, average: Average, optimiser: torch.optim.Optimizer, progress: dict
) -> None:
    """Writes the whole state beside `path` and then puts it in place at once."""
    state = {
        "shape": network.shape.as_dict(),
        "names": NAMES,
        "network": network.state_dict(),
        "average": average.network.state_dict(),
        "updates": average.updates,
        "optimiser": optimiser.state_dict(),
        "progress": progress,
    }
    partial = path.with_suffix(".partial")
    torch.save(state, partial)
    os.replace(partial, path)


def restore(path: Path, network: Network, average: Average, optimiser: torch.optim.Optimizer) -> dict:
    """Reads what `save` wrote into the given parts; returns the progress."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    network.load_state_dict(state["network"])
    average.network.load_state_dict(state["average"])
    average.updates = state["updates"]
    optimiser.load_state_dict(state["optimiser"])
    return state["progress"]


def load_trained(path: Path) -> Network:
    """The averaged network of a checkpoint, ready for inference."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    network = Network(Shape.from_dict(state["shape"]))
    network.load_state_dict(state["average"])
    return network.eval()
