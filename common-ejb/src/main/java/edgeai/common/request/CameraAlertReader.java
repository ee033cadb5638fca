package edgeai.common.request;

import edgeai.common.error.InvalidInput;
import edgeai.common.http.JsonInput;
import edgeai.common.http.PrintableId;
import edgeai.common.http.ReportedTime;
import edgeai.common.wire.Alert;
import edgeai.common.wire.CameraAlert;
import java.time.Instant;
import java.util.List;

/** Reads alerts of cameras, leniently, as what nodes report is read. */
public final class CameraAlertReader {
  private static final long MAX_FRAME_ID = (1L << 53) - 1;
  private static final int MAX_LABELS = 200;

  private CameraAlertReader() {}

  /**
   * @param now stands for a timestamp that is no instant
   * @throws InvalidInput where a field is missing or beyond its bounds
   */
  public static Reported<CameraAlert> posted(JsonInput body, Instant now) {
    JsonInput in = body.leniently();
    ReportedTime time = ReportedTime.read(in, "timestamp", now);
    return new Reported<>(read(in, time.instant()), time.reported());
  }

  /** As a row holds it that was written of one that was read. */
  public static Reported<CameraAlert> stored(JsonInput in) {
    String reported = in.hasValue("reported_timestamp") ? in.text("reported_timestamp") : null;
    return new Reported<>(read(in.leniently(), in.instant("timestamp")), reported);
  }

  private static CameraAlert read(JsonInput in, Instant timestamp) {
    String workerId = in.text("worker_id", "");
    List<String> labels = in.texts("alert_labels");
    if (labels.size() > MAX_LABELS) {
      throw new InvalidInput("alert_labels has more than %d labels.".formatted(MAX_LABELS));
    }
    return new CameraAlert(
        in.id("camera_id"),
        workerId.isEmpty() ? "" : PrintableId.require("worker_id", workerId),
        in.whole("frame_id", 0, MAX_FRAME_ID, 0),
        timestamp,
        labels,
        Alert.level(in.text("level", Alert.INFO)),
        in.text("message", ""),
        in.uuid("event_id"));
  }
}
