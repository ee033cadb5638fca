"""Labelled pictures on disk and the endless stream of training batches made of them.

A data folder holds `pictures/` and `labels.jsonl`, or several shard folders that each do. A shard
counts from the moment its `labels.jsonl` exists; new ones are picked up when an epoch begins.
Boxes are x1, y1, x2, y2 in pixels.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from .augment import Sample, crop_view, jitter, letterbox_view, repad, view
from .loss import Truth


@dataclass(frozen=True)
class Picture:
    """One line of labels: N objects with boxes [N, 4], classes [N], visible share and ignore flag [N]."""

    path: Path
    width: int
    height: int
    boxes: np.ndarray
    classes: np.ndarray
    visible: np.ndarray
    ignore: np.ndarray

    def read(self) -> np.ndarray:
        """Pixels [H, W, 3], RGB, uint8."""
        pixels = cv2.imread(str(self.path), cv2.IMREAD_COLOR)
        if pixels is None:
            raise OSError(f"cannot read picture {self.path}")
        return cv2.cvtColor(pixels, cv2.COLOR_BGR2RGB)


def shards(folder: Path) -> list[Path]:
    """The folders below or at `folder` that hold a finished `labels.jsonl`, in order of name."""
    found = [folder] if (folder / "labels.jsonl").exists() else []
    return found + sorted(p.parent for p in folder.glob("*/labels.jsonl"))


def load_shard(shard: Path) -> list[Picture]:
    with open(shard / "labels.jsonl", encoding="utf-8") as lines:
        return [_picture(shard, json.loads(line)) for line in lines if line.strip()]


def load_pictures(folder: Path) -> list[Picture]:
    """Every labelled picture of a data folder."""
    pictures = [picture for shard in shards(folder) for picture in load_shard(shard)]
    if not pictures:
        raise FileNotFoundError(f"no labels.jsonl with pictures in {folder}")
    return pictures


def _picture(shard: Path, line: dict) -> Picture:
    objects = line["objects"]
    return Picture(
        shard / "pictures" / line["file"], line["width"], line["height"],
        np.array([o["box"] for o in objects], np.float32).reshape(-1, 4),
        np.array([o["class"] for o in objects], np.int64),
        np.array([o["visible"] for o in objects], np.float32),
        np.array([o["ignore"] for o in objects], bool),
    )


@dataclass(frozen=True)
class Recipe:
    """How a stream turns pictures into batches: size in pixels, crops or whole letterboxed pictures."""

    width: int
    height: int
    batch: int
    seed: int
    whole: bool = False


class Stream(IterableDataset):
    """Endless batches: every epoch shows each picture once, in a new order and a new guise."""

    def __init__(self, folder: Path, recipe: Recipe):
        self.folder = folder
        self.recipe = recipe

    def __iter__(self) -> Iterator[dict[str, np.ndarray]]:
        cv2.setNumThreads(1)
        worker = get_worker_info()
        random = np.random.default_rng([self.recipe.seed, worker.id if worker else 0])
        known: dict[Path, list[Picture]] = {}
        samples: list[Sample] = []
        while True:
            for shard in shards(self.folder):
                if shard not in known:
                    known[shard] = load_shard(shard)
            pictures = [picture for shard in known.values() for picture in shard]
            if not pictures:
                raise FileNotFoundError(f"no labels.jsonl with pictures in {self.folder}")
            for index in random.permutation(len(pictures)):
                samples.append(make_sample(pictures[index], self.recipe, random))
                if len(samples) == self.recipe.batch:
                    yield collate(samples)
                    samples = []


def make_sample(picture: Picture, recipe: Recipe, random: np.random.Generator) -> Sample:
    """One training sample of a picture, drawn with the given source of chance."""
    size = (recipe.width, recipe.height)
    if recipe.whole:
        placed = letterbox_view(picture.width, picture.height, size, flip=bool(random.random() < 0.5))
    else:
        placed = crop_view(picture.width, picture.height, size, picture.boxes[~picture.ignore], random)
    sample = view(
        picture.read(), picture.boxes, picture.classes, picture.visible, picture.ignore, placed, size
    )
    pixels = repad(jitter(sample.pixels, random), placed, picture.width, picture.height)
    return Sample(pixels, sample.boxes, sample.classes, sample.ignore)


def collate(samples: list[Sample]) -> dict[str, np.ndarray]:
    """Stacks samples; the objects of all pictures form one list, with the picture each is in."""
    def owners(lists: list[np.ndarray]) -> np.ndarray:
        return np.repeat(np.arange(len(lists)), [len(rows) for rows in lists])

    return {
        "pixels": np.stack([s.pixels for s in samples]),
        "boxes": np.concatenate([s.boxes for s in samples]),
        "classes": np.concatenate([s.classes for s in samples]),
        "picture": owners([s.boxes for s in samples]),
        "ignore": np.concatenate([s.ignore for s in samples]),
        "ignore_picture": owners([s.ignore for s in samples]),
    }


def batches(folder: Path, recipe: Recipe, workers: int) -> Iterator[tuple[Tensor, Truth]]:
    """Endless pictures [B, 3, H, W] in 0..1 (channels-last) with their truth."""
    loader = DataLoader(
        Stream(folder, recipe), batch_size=None, num_workers=workers,
        collate_fn=_tensors, prefetch_factor=4 if workers else None,
        multiprocessing_context="spawn" if workers else None,
    )
    for batch in loader:
        pixels = batch.pop("pixels").permute(0, 3, 1, 2).float().div_(255)
        yield pixels, Truth(**batch)


def _tensors(batch: dict[str, np.ndarray]) -> dict[str, Tensor]:
    return {name: torch.from_numpy(values) for name, values in batch.items()}
