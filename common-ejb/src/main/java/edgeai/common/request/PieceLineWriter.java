package edgeai.common.request;

import edgeai.common.wire.PieceLine;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;

/** Writes what became of the frames of a piece, a line of JSON each, as they come. */
public final class PieceLineWriter {
  /** The type of all lines together. */
  public static final String MEDIA_TYPE = "application/x-ndjson";

  /** Kept, since each look for a provider searches the class path. */
  private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

  private PieceLineWriter() {}

  /** One frame's line in UTF-8, with its end. */
  public static byte[] line(PieceLine line) {
    return json(out -> write(line, out));
  }

  /**
   * The last line, with its end.
   *
   * @param lines that went before it
   */
  public static byte[] done(int lines) {
    return json(out -> out.write("done", lines));
  }

  private static byte[] json(Consumer<JsonGenerator> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator out = GENERATORS.createGenerator(bytes)) {
      out.writeStartObject();
      fields.accept(out);
      out.writeEnd();
    }
    bytes.write('\n');
    return bytes.toByteArray();
  }

  private static void write(PieceLine line, JsonGenerator out) {
    out.write("frame_id", line.frameId());
    out.writeStartArray("detections");
    line.detections().forEach(detection -> DetectionWriter.write(out, detection));
    out.writeEnd();
    out.write("processing_time_ms", Math.round(line.processingTimeMs() * 10) / 10.0);
    if (line.error() == null) {
      out.writeNull("error");
    } else {
      out.write("error", line.error());
    }
    if (line.frameWidth() > 0) {
      out.write("frame_width", line.frameWidth());
      out.write("frame_height", line.frameHeight());
    }
    if (line.isReused()) {
      out.write("reused_from", line.reusedFrom());
      out.write("change", line.change());
    }
    if (line.picture() != null) {
      out.write("picture", Base64.getEncoder().encodeToString(line.picture()));
    }
  }
}
