package edgeai.common.request;

import edgeai.common.error.InvalidInput;
import edgeai.common.error.Refusal;
import edgeai.common.http.JsonInput;
import edgeai.common.http.PrintableId;
import edgeai.common.wire.WorkerHeartbeat;
import edgeai.common.wire.WorkerRegistration;
import java.io.InputStream;
import java.util.regex.Pattern;

/** Reads what workers say of themselves. */
public final class WorkerReader {
  /** An agent infers one frame at a time unless it says otherwise. */
  private static final int MAX_IN_FLIGHT_UNSAID = 1;

  private static final int MAX_IN_FLIGHT = 256;

  /** More hashes of one worker are not kept. */
  private static final int MAX_MODELS = 16;

  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9._-]{1,253}|\\[?[0-9A-Fa-f:.%]+]?");

  private WorkerReader() {}

  /**
   * {@code POST /register-worker}: host name and address apart, frames go to the address.
   *
   * @throws InvalidInput where a field is missing or beyond its bounds
   */
  public static WorkerRegistration registerWorker(JsonInput in) {
    return read(in, host(in, "ip_address"), in.text("hostname"));
  }

  /**
   * {@code POST /workers/register}: one host.
   *
   * @throws InvalidInput where a field is missing or beyond its bounds
   */
  public static WorkerRegistration workersRegister(JsonInput in) {
    String host = host(in, "host");
    return read(in, host, host);
  }

  /**
   * {@code POST /heartbeat/{id}}: agents send what they like, and nothing of it is needed.
   *
   * @return {@link WorkerHeartbeat#SILENT} where the body cannot be read
   */
  public static WorkerHeartbeat heartbeat(InputStream body) {
    try {
      JsonInput in = JsonInput.parse(body).leniently();
      return new WorkerHeartbeat(
          in.has("models") ? in.texts("models").stream().limit(MAX_MODELS).toList() : null,
          in.text("note", null));
    } catch (Refusal e) {
      return WorkerHeartbeat.SILENT;
    }
  }

  private static WorkerRegistration read(JsonInput in, String address, String hostname) {
    return new WorkerRegistration(
        in.id("worker_id"),
        PrintableId.require("hostname", hostname),
        address,
        in.integer("port", 1, 65535),
        in.texts("capabilities"),
        in.texts("accepts"),
        in.has("model_sha256") ? in.id("model_sha256") : null,
        in.text("model", null),
        in.text("provider", null),
        (int) in.whole("max_in_flight", 1, MAX_IN_FLIGHT, MAX_IN_FLIGHT_UNSAID),
        in.text("note", null));
  }

  private static String host(JsonInput in, String field) {
    String host = in.text(field);
    if (!HOST.matcher(host).matches()) {
      throw new InvalidInput(field + " must be a host name or an IP address.");
    }
    return host;
  }
}
