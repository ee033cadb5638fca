"""Static int8 of an exported model, calibrated on pictures as inference sees them."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static

from .detect import letterbox
from .pictures import load_pictures

PICTURES = 100
"""Calibrated on at most so many, spread over the folder."""


class Calibration(CalibrationDataReader):
    """Letterboxed pictures of a data folder, one after the other."""

    def __init__(self, folder: Path):
        pictures = load_pictures(folder)
        step = max(1, len(pictures) // PICTURES)
        self.inputs: Iterator[dict[str, np.ndarray]] = (
            {"images": letterbox(picture.read())} for picture in pictures[::step][:PICTURES]
        )

    def get_next(self) -> dict[str, np.ndarray] | None:
        return next(self.inputs, None)


def tail(model: onnx.ModelProto) -> list[str]:
    """Names of the last convolutions and of all nodes behind them, which decode boxes and scores.

    Eight bits would say a side's distribution too coarsely and cut off what the best scores are.
    """
    makers = {name: node for node in model.graph.node for name in node.output}
    found, open_ends = {}, [output.name for output in model.graph.output]
    while open_ends:
        node = makers.get(open_ends.pop())
        if node is not None and node.name not in found:
            found[node.name] = node
            if node.op_type != "Conv":
                open_ends.extend(node.input)
    return list(found)


def quantise(source: Path, target: Path, calibration: Path) -> None:
    """Writes `source` with weights in int8 per channel and activations in uint8 but for its tail."""
    quantize_static(
        str(source), str(target), Calibration(calibration), quant_format=QuantFormat.QDQ,
        per_channel=True, activation_type=QuantType.QUInt8, weight_type=QuantType.QInt8,
        nodes_to_exclude=tail(onnx.load(source)),
    )
