package edgeai.coordinator.result;

import jakarta.json.stream.JsonGenerator;
import java.util.List;

/** The ids of the workers that had a frame, as a column holds them: a JSON array. */
final class TriedColumn {
  private TriedColumn() {}

  static String write(List<String> workerIds) {
    return ColumnJson.array(workerIds, JsonGenerator::write);
  }

  /** What of a column tells that this worker is in it, quotes and all. */
  static String sign(String workerId) {
    String alone = write(List.of(workerId));
    return alone.substring(1, alone.length() - 1);
  }
}
