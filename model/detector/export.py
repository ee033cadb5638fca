"""Writes a trained network as ONNX: `python -m detector.export --checkpoint RUN/last.pt --out street.onnx --commit SHA`.

Input `images` [1, 3, 640, 640], RGB in 0..1; output `output0` [1, 4 + classes, 8400]: centre x,
centre y, width and height in pixels of the input, then a score per class, 0..1. Beside it stands
street.reference.json with what PyTorch makes of a picture that anybody can compute.

A file that is too large, or that ONNX Runtime reads differently than PyTorch, is refused: nothing is
left at OUT.
"""

import argparse
import os
import re
import tempfile
import warnings
from datetime import date
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch

from . import NAMES
from .checkpoint import load_trained
from .detect import SIZE
from .network import STRIDES, Export, Network
from .quantise import quantise
from .reference import SCORES_AGREE, PIXELS_AGREE, write_reference

OPSET = 17
LARGEST = 8_000_000
"""Bytes that the repository takes."""
NEWEST_FORMAT = 10
"""Version of the ONNX file format that the product's ONNX Runtime reads for certain."""
AUTHOR = "Edge Co-Intelligence"
LICENCE = "MIT"
DESCRIPTION = (
    "Detector of road users of the YOLOv8 kind, trained from random weights on generated pictures of streets"
)


class Refused(Exception):
    """The file may not be used; the message says why."""


def metadata(commit: str, day: str) -> dict[str, str]:
    """What the file says of itself, under the names that usual exports use."""
    return {
        "description": DESCRIPTION,
        "author": AUTHOR,
        "license": LICENCE,
        "date": day,
        "commit": commit,
        "task": "detect",
        "batch": "1",
        "stride": str(max(STRIDES)),
        "imgsz": str([SIZE, SIZE]),
        "names": str(dict(enumerate(NAMES))),
    }


def write_float(network: Network, path: Path) -> None:
    """Writes the fused network in fp32; `network` stays as it is."""
    plain = Network(network.shape)
    plain.load_state_dict(network.state_dict())
    with warnings.catch_warnings():
        # The input's size is fixed, so that what the trace turns into constants is constant.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Export(plain.fuse()).eval(), (torch.zeros(1, 3, SIZE, SIZE),), str(path),
            input_names=["images"], output_names=["output0"], opset_version=OPSET, dynamo=False,
        )


def fold(source: Path, target: Path) -> None:
    """Writes `source` with all that is constant worked out: anchors, strides, shapes, cuts."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = str(target)
    options.intra_op_num_threads = 1
    onnxruntime.InferenceSession(str(source), options, providers=["CPUExecutionProvider"])


def stamp(path: Path, values: dict[str, str]) -> None:
    """Puts metadata into a file, and leaves out what nothing needs."""
    model = onnx.load(path)
    used = {node.domain for node in model.graph.node}
    needless = [opset for opset in model.opset_import if opset.domain not in used]
    for opset in needless:
        model.opset_import.remove(opset)
    model.producer_name, model.producer_version = AUTHOR, ""
    del model.metadata_props[:]
    for key, value in values.items():
        model.metadata_props.add(key=key, value=value)
    model.doc_string = model.graph.doc_string = ""
    for node in model.graph.node:
        node.doc_string = ""
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, path)


def inspect(path: Path) -> None:
    """Refuses a file that is too large or too new for the product."""
    size = path.stat().st_size
    if size > LARGEST:
        raise Refused(f"the model has {size} bytes, more than {LARGEST}; train a narrower network")
    model = onnx.load(path)
    if model.ir_version > NEWEST_FORMAT:
        raise Refused(f"the file has ONNX format {model.ir_version}, newer than {NEWEST_FORMAT}")


def run_onnx(path: Path, pixels: np.ndarray) -> np.ndarray:
    """Output of the file in ONNX Runtime on the processor."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return session.run(["output0"], {"images": pixels})[0]


@torch.inference_mode()
def run_torch(network: Network, pixels: np.ndarray) -> np.ndarray:
    """Output of the network in PyTorch, not fused."""
    return network.eval().export_forward(torch.from_numpy(pixels)).numpy()


def differences(first: np.ndarray, second: np.ndarray) -> tuple[float, float]:
    """Largest difference of two outputs, in pixels of boxes and in scores."""
    apart = np.abs(first - second)
    return float(apart[:, :4].max()), float(apart[:, 4:].max())


def seeded_picture(seed: int) -> np.ndarray:
    """[1, 3, SIZE, SIZE] of coarse blocks of colour under fine noise."""
    random = np.random.default_rng(seed)
    blocks = random.random((1, 3, SIZE // 32, SIZE // 32)).repeat(32, 2).repeat(32, 3)
    return (0.8 * blocks + 0.2 * random.random((1, 3, SIZE, SIZE))).astype(np.float32)


def agree(network: Network, path: Path) -> tuple[float, float]:
    """Refuses a file that ONNX Runtime reads differently than PyTorch; returns how far they are apart."""
    pixels = seeded_picture(640)
    boxes, scores = differences(run_torch(network, pixels), run_onnx(path, pixels))
    if not (boxes <= PIXELS_AGREE and scores <= SCORES_AGREE):
        raise Refused(f"ONNX Runtime differs from PyTorch by {boxes:.2g} pixels and scores of {scores:.2g}")
    return boxes, scores


def export(network: Network, out: Path, values: dict[str, str], calibration: Path | None = None) -> str:
    """Writes `out` in fp32 with its reference, or in int8 if pictures to calibrate on are named.

    Returns a sentence on what was written. An int8 file has no reference: it differs by more than
    rounding, which evaluation measures.
    """
    reference = out.with_suffix(".reference.json")
    with tempfile.TemporaryDirectory(dir=out.absolute().parent) as folder:
        traced, made = Path(folder) / "traced.onnx", Path(folder) / "folded.onnx"
        write_float(network, traced)
        fold(traced, made)
        boxes, scores = agree(network, made)
        if calibration:
            whole, made = made, Path(folder) / "int8.onnx"
            quantise(whole, made, calibration)
        stamp(made, values)
        inspect(made)
        size = made.stat().st_size
        if calibration:
            reference.unlink(missing_ok=True)
        else:
            write_reference(reference, lambda pixels: run_torch(network, pixels))
        os.replace(made, out)
    kind = "int8 made from fp32 in which" if calibration else "fp32;"
    return f"{out}: {size} bytes, {kind} PyTorch and ONNX Runtime are within {boxes:.2g} pixels and scores of {scores:.2g}"


def commit(text: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{7,40}", text):
        raise argparse.ArgumentTypeError(f"{text} is no commit, 7 to 40 hexadecimal digits")
    return text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--commit", type=commit, required=True, help="of the code that trained the network")
    parser.add_argument("--date", type=date.fromisoformat, help="of the training; else the checkpoint's")
    parser.add_argument("--int8", action="store_true", help="static int8, calibrated on --calibration")
    parser.add_argument("--calibration", type=Path, help="data folder of labelled pictures or shards")
    options = parser.parse_args()
    if options.int8 != (options.calibration is not None):
        parser.error("--int8 and --calibration go together")
    torch.set_num_threads(1)
    day = options.date or date.fromtimestamp(options.checkpoint.stat().st_mtime)
    values = metadata(options.commit, day.isoformat())
    try:
        print(export(load_trained(options.checkpoint), options.out, values, options.calibration))
    except Refused as e:
        raise SystemExit(f"refused: {e}") from e


if __name__ == "__main__":
    main()
