package edgeai.coordinator.dispatch;

import edgeai.common.error.Refusal;
import edgeai.common.http.JsonInput;
import edgeai.common.request.DetectionReader;
import edgeai.common.wire.Detection;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FramePicture;
import java.util.List;
import java.util.Set;

/**
 * Reads a worker's answer to a frame; an implausible one is not believed. Nothing of what it says
 * in words is repeated: whoever registered may have sent us to a server that has secrets.
 */
final class AnswerReader {
  /** Answers that speak of the frame and not of the worker. */
  private static final Set<Integer> FRAME_AT_FAULT = Set.of(400, 413, 415, 422);

  /** What is taken of an answer: many may come at the same time. */
  static final long MAX_BYTES = 1 << 20;

  private AnswerReader() {}

  static WorkerAnswer read(Frame frame, int status, byte[] body) {
    if (FRAME_AT_FAULT.contains(status)) {
      return new WorkerAnswer.Declined(answered(status), false);
    }
    if (status == 500) {
      return new WorkerAnswer.Declined(answered(status), true);
    }
    if (status == 409) {
      return new WorkerAnswer.Lacking(answered(status));
    }
    if (status != 200 && status != 201) {
      return new WorkerAnswer.Unserved(answered(status));
    }
    try {
      return readDone(frame, JsonInput.parse(body).discreetly());
    } catch (Refusal e) {
      return new WorkerAnswer.Implausible("answered what cannot be believed: " + e.getMessage());
    }
  }

  private static WorkerAnswer readDone(Frame frame, JsonInput in) {
    String status = in.text("status", "");
    if (status.equals("result_delivery_failed")) {
      return detected(frame, in.object("result"));
    }
    if (!status.equals("ok")) {
      return new WorkerAnswer.Implausible("answered a status that is neither ok nor an error");
    }
    if (in.has("frame_id")) {
      return detected(frame, in);
    }
    in.whole("detections", 0, 1_000_000);
    return new WorkerAnswer.Delivered();
  }

  private static WorkerAnswer detected(Frame frame, JsonInput in) {
    long frameId = in.whole("frame_id", 1, DetectionReader.MAX_FRAME_ID);
    if (frameId != frame.id()) {
      return new WorkerAnswer.Implausible("answered about frame %d instead".formatted(frameId));
    }
    return new WorkerAnswer.Detected(
        detections(frame.picture(), in),
        in.decimal("processing_time_ms", 0, DetectionReader.MAX_PROCESSING_MS, 0));
  }

  /** A worker that knows the frame's size has scaled its boxes by itself, to the pixel. */
  private static List<Detection> detections(FramePicture picture, JsonInput in) {
    if (in.has("frame_width")) {
      in.whole("frame_width", picture.width(), picture.width());
      in.whole("frame_height", picture.height(), picture.height());
      return DetectionReader.within(in, picture.width(), picture.height());
    }
    return picture.ofFrame(DetectionReader.within(in, picture.jpegWidth(), picture.jpegHeight()));
  }

  /** What is said of an answer that is no result. */
  static String answered(int status) {
    return "answered " + status;
  }
}
