package edgeai.systemtests.fuzz;

import static edgeai.systemtests.fixture.Wire.detection;
import static edgeai.systemtests.fixture.Wire.list;
import static edgeai.systemtests.fixture.Wire.object;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import edgeai.common.piece.PieceHeader;
import edgeai.systemtests.fixture.Traffic;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The frames that a request asks about, each with an answer that could be believed. */
final class AskedFrames {
  private static final Pattern FRAME = Pattern.compile("(?i)frame-id: (\\d+)");
  private static final Pattern TASK = Pattern.compile("(?i)task-id: ([^\r\n]+)");

  private AskedFrames() {}

  static List<JsonObject> of(byte[] request) throws IOException {
    String text = new String(request, ISO_8859_1);
    int body = text.indexOf("\r\n\r\n") + 4;
    if (!text.startsWith("POST /process-piece")) {
      Matcher frame = FRAME.matcher(text.substring(0, body));
      Matcher task = TASK.matcher(text.substring(0, body));
      return frame.find()
          ? List.of(line(Long.parseLong(frame.group(1)), task.find() ? task.group(1) : "?"))
          : List.of();
    }
    PieceHeader piece =
        PieceHeader.read(
            new DataInputStream(new ByteArrayInputStream(request, body, request.length - body)));
    return piece.frames().stream().map(frame -> line(frame.id(), "?")).toList();
  }

  private static JsonObject line(long frame, String task) {
    return object(
        "status",
        "ok",
        "task_id",
        task,
        "frame_id",
        frame,
        "detections",
        list(detection("car", 0.9, 1, 2, 30, 40)),
        "processing_time_ms",
        5,
        "frame_width",
        Traffic.WIDTH,
        "frame_height",
        Traffic.HEIGHT);
  }
}
