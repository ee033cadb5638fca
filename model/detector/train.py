"""Trains the detector for a given time: `python -m detector.train --data DIR --out RUN --minutes M`.

Time, not epochs, drives the schedule, so that a run ends when it should on a machine that is shared.
The first phase learns from crops, the finish from whole pictures as inference sees them.

AdamW rather than SGD: with a few ten thousand steps and no pretrained weights it needs less tuning
and gets much further in the first hour.
"""

import argparse
import csv
import json
import math
import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# On shared cores threads that spin while they wait take time from those they wait for.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import torch
from torch import Tensor, nn

from .checkpoint import Average, restore, save
from .loss import Loss, Truth, detection_loss
from .network import Network, Shape
from .pictures import Recipe, batches

WEIGHT_DECAY = 0.02
LARGEST_GRADIENT = 10.0
FINAL_RATE = 0.01
"""Share of the peak learning rate that is left at the end."""
CHECKPOINT_SECONDS = 180
LOG_SECONDS = 30
COLUMNS = (
    "elapsed", "phase", "step", "pictures", "loss", "box", "class", "dfl", "positives", "gradient",
    "rate", "pictures_per_second",
)


@dataclass(frozen=True)
class Phase:
    """One stretch of training: what is drawn and at which second of the run it ends."""

    name: str
    recipe: Recipe
    end: float


@dataclass
class Progress:
    """How far a run is: seconds of training in all its sessions, steps and pictures."""

    elapsed: float = 0.0
    step: int = 0
    pictures: int = 0
    sessions: int = 0


def learning_rate(peak: float, elapsed: float, total: float, step: int, warmup: int) -> float:
    """Linear over the first `warmup` steps, then half a cosine over the share of time that is gone."""
    gone = min(1.0, elapsed / total)
    cosine = FINAL_RATE + (1 - FINAL_RATE) * (1 + math.cos(math.pi * gone)) / 2
    return peak * cosine * min(1.0, (step + 1) / warmup)


def adamw(network: nn.Module, rate: float) -> torch.optim.AdamW:
    """AdamW that decays convolution weights only, not biases and normalisations."""
    decayed = [p for p in network.parameters() if p.ndim > 1]
    free = [p for p in network.parameters() if p.ndim <= 1]
    groups = [{"params": decayed, "weight_decay": WEIGHT_DECAY}, {"params": free, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=rate, fused=True)


def train_step(
    network: nn.Module, optimiser: torch.optim.Optimizer, pixels: Tensor, truth: Truth, half: bool
) -> tuple[Loss, float]:
    """One step on a batch; the network may run in bfloat16, the loss is fp32. Also the gradient norm."""
    with torch.autocast("cpu", torch.bfloat16, enabled=half):
        maps = network(pixels)
    loss = detection_loss(maps, truth)
    optimiser.zero_grad(set_to_none=True)
    loss.total.backward()
    norm = float(nn.utils.clip_grad_norm_(network.parameters(), LARGEST_GRADIENT))
    if math.isfinite(norm):
        optimiser.step()
    return loss, norm


class Run:
    """A training run and its folder: `log.csv`, `arguments.json` and `last.pt`."""

    def __init__(self, options: argparse.Namespace):
        self.options = options
        self.folder = Path(options.out)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.network = Network(Shape(tuple(options.channels), tuple(options.depths)))
        self.network.to(memory_format=torch.channels_last).train()
        self.average = Average(self.network)
        self.optimiser = adamw(self.network, options.rate)
        self.progress = Progress()
        self.stopped = False
        if options.resume:
            self.progress = Progress(
                **restore(self.folder / "last.pt", self.network, self.average, self.optimiser)
            )
        elif (self.folder / "last.pt").exists():
            raise SystemExit(f"{self.folder} holds a run already: add --resume or name another folder")
        self.model = torch.compile(self.network) if options.compile else self.network

    def phases(self) -> list[Phase]:
        o = self.options
        # A resumed run must not see the pictures of its first session in the same guise again.
        seed = o.seed + 1000 * self.progress.sessions
        first, finish = o.minutes * 60, (o.minutes + o.finish_minutes) * 60
        return [
            Phase("crops", Recipe(*o.size, o.batch, seed), first),
            Phase("whole", Recipe(*o.finish_size, o.finish_batch, seed + 500, whole=True), finish),
        ]

    def go(self) -> None:
        (self.folder / "arguments.json").write_text(json.dumps(vars(self.options), indent=2) + "\n")
        phases = self.phases()
        self.progress.sessions += 1
        fresh = self.progress.step == 0
        with open(self.folder / "log.csv", "w" if fresh else "a", newline="", encoding="utf-8") as file:
            log = csv.writer(file)
            if fresh:
                log.writerow(COLUMNS)
            for phase in phases:
                if self.progress.elapsed < phase.end and not self.stopped:
                    stream = batches(Path(self.options.data), phase.recipe, self.options.workers)
                    for row in self._phase(phase, stream, phases[-1].end):
                        log.writerow(row)
                        file.flush()
                        print(" ".join(f"{k}={v}" for k, v in zip(COLUMNS, row)), flush=True)
        self.save()

    def _phase(self, phase: Phase, stream: Iterator, total: float) -> Iterator[list]:
        """Steps until the phase ends or the run is stopped; yields a log row now and then."""
        o, p = self.options, self.progress
        before, began = p.elapsed, time.monotonic()
        saved = marked = began
        losses, counted = [], 0
        while p.elapsed < phase.end and not self.stopped:
            pixels, truth = next(stream)
            rate = learning_rate(o.rate, p.elapsed, total, p.step, o.warmup)
            for group in self.optimiser.param_groups:
                group["lr"] = rate
            loss, norm = train_step(self.model, self.optimiser, pixels, truth, not o.fp32)
            self.average.update(self.network)
            now = time.monotonic()
            p.elapsed = before + now - began
            p.step += 1
            p.pictures += len(pixels)
            counted += len(pixels)
            losses.append((float(loss.total.detach()), loss.box, loss.classes, loss.dfl, loss.positives, norm))
            if now - marked > LOG_SECONDS or p.elapsed >= phase.end:
                means = [round(sum(part) / len(losses), 4) for part in zip(*losses)]
                speed = counted / (now - marked)
                yield [round(p.elapsed), phase.name, p.step, p.pictures, *means, f"{rate:.6f}", round(speed, 1)]
                marked, losses, counted = now, [], 0
            if now - saved > CHECKPOINT_SECONDS:
                self.save()
                saved = now

    def save(self) -> None:
        save(self.folder / "last.pt", self.network, self.average, self.optimiser, vars(self.progress))

    def stop(self, *_) -> None:
        """Ends the run after the step at hand, with a checkpoint."""
        self.stopped = True


def size(text: str) -> tuple[int, int]:
    """`640` or `640x384` (width x height), multiples of 32."""
    sides = [int(part) for part in text.split("x")]
    width, height = sides if len(sides) == 2 else sides * 2
    if width % 32 or height % 32:
        raise argparse.ArgumentTypeError(f"{text} is no multiple of 32")
    return width, height


def numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", required=True, help="folder of labelled pictures or of shards")
    parser.add_argument("--out", required=True, help="folder of this run")
    parser.add_argument("--minutes", type=float, required=True, help="length of the first phase, on crops")
    parser.add_argument("--size", type=size, default=(320, 320))
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--finish-minutes", type=float, default=0, help="length of the phase on whole pictures")
    parser.add_argument("--finish-size", type=size, default=(640, 640))
    parser.add_argument("--finish-batch", type=int, default=8)
    parser.add_argument("--rate", type=float, default=0.002, help="peak learning rate")
    parser.add_argument("--warmup", type=int, default=500, help="steps of linear warm-up")
    parser.add_argument("--channels", type=numbers, default=Shape().channels)
    parser.add_argument("--depths", type=numbers, default=Shape().depths)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--fp32", action="store_true", help="no bfloat16")
    parser.add_argument("--compile", action="store_true", help="compile the network (needs a C++ compiler)")
    parser.add_argument("--resume", action="store_true", help="go on from last.pt of the run folder")
    return parser


def main() -> None:
    options = arguments().parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    run = Run(options)
    signal.signal(signal.SIGTERM, run.stop)
    signal.signal(signal.SIGINT, run.stop)
    run.go()


if __name__ == "__main__":
    main()
