package edgeai.common.wire;

import java.util.List;

/**
 * What a worker says of itself while it is in the pool: {@code POST /heartbeat/{id}}.
 *
 * @param models hashes of the models that it has open, null where it says nothing of them
 * @param note what it says is odd about it, null for nothing
 */
public record WorkerHeartbeat(List<String> models, String note) {
  /** Of one that says nothing, as agents do. */
  public static final WorkerHeartbeat SILENT = new WorkerHeartbeat(null, null);
}
