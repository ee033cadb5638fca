"""A narrow network and data folders small enough for a test."""

import json

import cv2
import numpy as np
import pytest
import torch

from detector.network import Network, Shape

NARROW = Shape(channels=(8, 8, 16, 16, 16), depths=(1, 1, 1, 1), box_width=16)


@pytest.fixture(scope="session", autouse=True)
def one_thread():
    torch.set_num_threads(1)
    cv2.setNumThreads(1)


@pytest.fixture
def narrow() -> Network:
    """Random weights; statistics of normalisations as after some training."""
    torch.manual_seed(3)
    network = Network(NARROW)
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.running_mean.uniform_(-0.5, 0.5)
            module.running_var.uniform_(0.5, 2.0)
    return network.eval()


@pytest.fixture
def shard(tmp_path):
    """A data folder with two pictures of one bright car each."""
    (tmp_path / "pictures").mkdir()
    lines = []
    for number in range(2):
        pixels = np.full((360, 640, 3), 40, np.uint8)
        pixels[100:200, 150:350] = (20, 200, 240)
        cv2.imwrite(str(tmp_path / "pictures" / f"{number}.png"), pixels)
        car = {"class": 2, "box": [150, 100, 350, 200], "visible": 1.0, "ignore": False}
        lines.append(json.dumps({"file": f"{number}.png", "width": 640, "height": 360, "objects": [car]}))
    (tmp_path / "labels.jsonl").write_text("\n".join(lines) + "\n")
    return tmp_path
