import ast
import json
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch

from detector import NAMES, export as exporting
from detector.export import Refused, differences, export, inspect, metadata, run_onnx, run_torch, seeded_picture
from detector.network import Export
from detector.quantise import tail
from detector.reference import PIXELS_AGREE, SCORES_AGREE, reference_picture

SHIPPED = Path(__file__).parent.parent / "street.onnx"


@pytest.fixture
def exported(narrow, tmp_path):
    path = tmp_path / "narrow.onnx"
    export(narrow, path, metadata("0123abc", "2030-01-02"))
    return path


def test_pytorch_and_onnx_runtime_agree(narrow, exported):
    pixels = seeded_picture(1)
    ours, theirs = run_torch(narrow, pixels), run_onnx(exported, pixels)
    boxes, scores = differences(ours, theirs)
    assert theirs.shape == (1, 10, 8400)
    assert np.ptp(ours[:, :2]) > 500
    assert boxes <= PIXELS_AGREE and scores <= SCORES_AGREE


def test_fusing_keeps_what_the_network_says(narrow):
    pixels = torch.rand(1, 3, 64, 64)
    with torch.inference_mode():
        before = Export(narrow)(pixels)
        after = Export(narrow.fuse())(pixels)
    assert torch.allclose(before, after, atol=1e-3)


def test_the_file_says_what_it_is(exported):
    model = onnx.load(exported)
    told = {entry.key: entry.value for entry in model.metadata_props}
    assert ast.literal_eval(told["names"]) == dict(enumerate(NAMES))
    assert told["names"].startswith("{0: 'person', 1: 'bicycle',")
    assert (told["imgsz"], told["stride"], told["task"]) == ("[640, 640]", "32", "detect")
    assert (told["license"], told["author"]) == ("MIT", "Edge Co-Intelligence")
    assert (told["commit"], told["date"]) == ("0123abc", "2030-01-02")
    assert told["description"]


def test_the_file_has_the_usual_layout(exported):
    model = onnx.load(exported)
    (images,), (output,) = model.graph.input, model.graph.output
    shapes = [[d.dim_value for d in v.type.tensor_type.shape.dim] for v in (images, output)]
    assert (images.name, output.name) == ("images", "output0")
    assert shapes == [[1, 3, 640, 640], [1, 10, 8400]]
    assert model.ir_version <= 10
    assert [(opset.domain, opset.version) for opset in model.opset_import] == [("", 17)]


def test_what_is_constant_is_worked_out(exported):
    kinds = {node.op_type for node in onnx.load(exported).graph.node}
    assert not kinds & {"Shape", "Range", "Expand", "Gather", "BatchNormalization", "ConstantOfShape"}


def test_the_reference_is_pytorchs_answer_to_the_formula(narrow, exported):
    reference = json.loads(exported.with_suffix(".reference.json").read_text())
    output = run_torch(narrow, reference_picture())
    anchors = [entry["anchor"] for entry in reference["anchors"]]
    assert len(anchors) >= 54
    assert [sum(low <= a < high for a in anchors) >= 18 for low, high in ((0, 6400), (6400, 8000), (8000, 8400))] == [True] * 3
    for entry in reference["anchors"]:
        assert entry["values"] == pytest.approx(output[0, :, entry["anchor"]].tolist(), rel=1e-5)


@pytest.mark.parametrize(("c", "y", "x"), [(0, 0, 0), (1, 39, 40), (2, 639, 639), (0, 81, 603)])
def test_the_reference_picture_follows_its_formula(c, y, x):
    expected = ((7 * x + 13 * y + 29 * c + ((x // 40) * (y // 40)) * 11) % 256) / 255
    assert reference_picture()[0, c, y, x] == pytest.approx(expected, abs=1e-7)


def test_a_file_that_is_too_large_is_refused(exported, monkeypatch):
    monkeypatch.setattr(exporting, "LARGEST", exported.stat().st_size - 1)
    with pytest.raises(Refused, match="narrower"):
        inspect(exported)


def test_nothing_is_left_of_a_file_that_disagrees(narrow, tmp_path, monkeypatch):
    monkeypatch.setattr(exporting, "run_onnx", lambda path, pixels: np.full((1, 10, 8400), np.nan))
    with pytest.raises(Refused, match="differs"):
        export(narrow, tmp_path / "narrow.onnx", metadata("0123abc", "2030-01-02"))
    assert list(tmp_path.iterdir()) == []


def test_int8_leaves_the_tail_in_float(narrow, shard):
    path = shard / "int8.onnx"
    export(narrow, path, metadata("0123abc", "2030-01-02"), calibration=shard)

    model = onnx.load(path)
    makers = {name: node for node in model.graph.node for name in node.output}
    last = tail(model)
    for node in (n for n in model.graph.node if n.name in last and n.op_type != "Conv"):
        assert all(makers[i].op_type != "DequantizeLinear" for i in node.input if i in makers), node.name
    convolutions = [n for n in model.graph.node if n.op_type == "Conv"]
    in_float = [n for n in convolutions if n.input[1] not in makers]
    assert len(in_float) == 6 < len(convolutions)
    assert np.isfinite(run_onnx(path, seeded_picture(1))).all()
    assert not path.with_suffix(".reference.json").exists()


@pytest.mark.skipif(not SHIPPED.exists(), reason="no street.onnx here")
def test_the_shipped_model_agrees_with_its_reference():
    reference = json.loads(SHIPPED.with_suffix(".reference.json").read_text())
    output = run_onnx(SHIPPED, reference_picture())
    told = {entry.key: entry.value for entry in onnx.load(SHIPPED).metadata_props}
    inspect(SHIPPED)
    assert list(output.shape) == reference["shape"] == [1, 10, 8400]
    assert ast.literal_eval(told["names"]) == dict(enumerate(NAMES))
    assert (told["license"], told["imgsz"], told["task"]) == ("MIT", "[640, 640]", "detect")
    for entry in reference["anchors"]:
        apart = np.abs(output[0, :, entry["anchor"]] - entry["values"])
        assert apart[:4].max() <= PIXELS_AGREE and apart[4:].max() <= SCORES_AGREE
