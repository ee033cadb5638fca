package edgeai.common.request;

import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import jakarta.json.stream.JsonGenerator;

/** Writes detections field by field, as often as there are: a binding costs several times. */
public final class DetectionWriter {
  private DetectionWriter() {}

  /** One detection, where the generator expects a value. */
  public static void write(JsonGenerator out, Detection detection) {
    Box box = detection.box();
    out.writeStartObject()
        .write("label", detection.label())
        .write("confidence", detection.confidence())
        .writeStartObject("box")
        .write("x1", box.x1())
        .write("y1", box.y1())
        .write("x2", box.x2())
        .write("y2", box.y2())
        .writeEnd()
        .writeEnd();
  }
}
