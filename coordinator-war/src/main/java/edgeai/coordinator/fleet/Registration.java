package edgeai.coordinator.fleet;

import edgeai.common.error.InvalidInput;
import edgeai.common.http.JsonInput;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a worker says of itself when it joins.
 *
 * @param host where it takes frames
 * @param acceptsJpeg whether it takes a frame as binary JPEG; else it gets base64 JSON
 * @param modelSha256 the hash of its model, null where it names none
 * @param provider what its inference runs on, null where it names none
 * @param maxInFlight frames it takes at the same time
 * @param note what it says is odd about it, null for nothing
 */
public record Registration(
    String workerId,
    String host,
    int port,
    String hostname,
    String ipAddress,
    List<String> capabilities,
    boolean acceptsJpeg,
    String modelSha256,
    String model,
    String provider,
    int maxInFlight,
    String note) {

  /** Workers that announce it are given frames. */
  public static final String CAPABILITY = "yolov8n";

  /** Stands for a model that was not named. */
  public static final String UNKNOWN = "unknown";

  /** An agent infers one frame at a time unless it says otherwise. */
  static final int MAX_IN_FLIGHT_UNSAID = 1;

  private static final int MAX_IN_FLIGHT = 256;
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9._-]{1,253}|\\[?[0-9A-Fa-f:.%]+]?");

  /** {@code POST /register-worker}: host name and address apart, frames go to the address. */
  public static Registration fromRegisterWorker(JsonInput in) {
    return from(in, host(in, "ip_address"), in.text("hostname"));
  }

  /** {@code POST /workers/register}: one host. */
  public static Registration fromWorkersRegister(JsonInput in) {
    String host = host(in, "host");
    return from(in, host, host);
  }

  private static Registration from(JsonInput in, String host, String hostname) {
    return new Registration(
        in.id("worker_id"),
        host,
        in.integer("port", 1, 65535),
        JsonInput.requireId("hostname", hostname),
        host,
        in.texts("capabilities"),
        in.texts("accepts").contains("image/jpeg"),
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

  /** The hash of its model as the ledger has it. */
  public String modelOrUnknown() {
    return modelSha256 == null ? UNKNOWN : modelSha256;
  }

  boolean isCapable() {
    return capabilities.contains(CAPABILITY);
  }
}
