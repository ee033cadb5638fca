import json
from fractions import Fraction

import av
import numpy as np
import pytest

from detector.clips import clip_table, load_truth, run_clip, sampled_frames, tallies
from detector.metrics import Counts

CAR, BUS = 2, 4


@pytest.fixture
def clip(tmp_path):
    """Seven grey frames of 640x360 that brighten, each with a car and a bus that is to ignore."""
    with av.open(str(tmp_path / "clip.mp4"), "w") as container:
        stream = container.add_stream("libx264", rate=15)
        stream.width, stream.height, stream.pix_fmt = 640, 360, "yuv420p"
        stream.time_base = Fraction(1, 15)
        for index in range(7):
            pixels = np.full((360, 640, 3), 30 * index, np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
        container.mux(stream.encode())
    entries = [entry(1, "car", 100, False), entry(2, "bus", 400, True)]
    frames = [{"index": index, "objects": entries} for index in range(7)]
    (tmp_path / "clip.json").write_text(json.dumps({"width": 640, "height": 360, "fps": 15, "frames": frames}))
    return tmp_path


def entry(identity, label, x, ignore):
    box = {"x1": x, "y1": 50, "x2": x + 100, "y2": 150}
    return {"id": identity, "label": label, "box": box, "visible": 0.9, "ignore": ignore}


def saying(*detections):
    """A model that always finds the boxes whose x1 and class are given."""
    output = np.zeros((1, 10, 8400), np.float32)
    for anchor, (x, number) in enumerate(detections):
        output[0, :4, anchor] = (x + 50, 100 + 140, 100, 100)
        output[0, 4 + number, anchor] = 0.9
    return lambda pixels: output


def test_every_third_frame_from_the_first(clip):
    frames = list(sampled_frames(clip / "clip.mp4", 3))
    assert [index for index, _ in frames] == [0, 3, 6]
    assert [pixels.mean() for _, pixels in frames] == pytest.approx([0, 90, 180], abs=4)


def test_truth_parts_objects_from_what_is_to_ignore(clip):
    truth = load_truth(clip / "clip.json")
    assert sorted(truth) == list(range(7))
    assert (truth[0].classes.tolist(), truth[0].boxes.tolist()) == ([CAR], [[100, 50, 200, 150]])
    assert truth[0].ignore.tolist() == [[400, 50, 500, 150]]


def test_what_is_to_ignore_spoils_no_precision_but_is_counted(clip):
    pairs = run_clip(saying((100, CAR), (400, BUS)), clip / "clip.mp4", clip / "clip.json", 3, 0.4)
    rows = tallies(pairs, 0.4)
    assert rows["car"].matched == Counts(3, 0, 3)
    assert rows["bus"].matched == Counts(0, 0, 0)
    assert rows["all"].matched == Counts(3, 0, 3)
    assert (rows["bus"].detections, rows["all"].detections) == (3, 6)
    assert rows["all"].difference == 100


def test_a_missed_and_a_wrong_detection(clip):
    pairs = run_clip(saying((300, CAR)), clip / "clip.mp4", clip / "clip.json", 3, 0.4)
    row = tallies(pairs, 0.4)["car"]
    assert row.matched == Counts(0, 3, 3)
    assert row.difference == 0
    assert "car" in clip_table(tallies(pairs, 0.4))


def test_a_clip_and_truth_of_different_length_are_refused(clip):
    truth = json.loads((clip / "clip.json").read_text())
    truth["frames"] = truth["frames"][:5]
    (clip / "clip.json").write_text(json.dumps(truth))
    with pytest.raises(ValueError, match="no frame 6"):
        run_clip(saying(), clip / "clip.mp4", clip / "clip.json", 3, 0.4)
