package edgeai.common.request;

import edgeai.access.Secret;
import edgeai.common.error.InvalidInput;
import edgeai.common.error.Refusal;
import edgeai.common.http.JsonInput;
import edgeai.common.http.PrintableId;
import edgeai.common.wire.WorkerHeartbeat;
import edgeai.common.wire.WorkerRegistration;
import java.io.InputStream;
import java.util.List;

/** Reads what workers say of themselves. */
public final class WorkerReader {
  /** An agent infers one frame at a time unless it says otherwise. */
  private static final int MAX_IN_FLIGHT_UNSAID = 1;

  private static final int MAX_IN_FLIGHT = 256;

  /** More hashes of one worker are not kept. */
  private static final int MAX_MODELS = 16;

  /** What a worker can do and take, in names; more of them are none of its kind. */
  private static final int MAX_NAMES = 64;

  private static final int MAX_NAME = 128;
  private static final int MAX_NOTE = 300;

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
          line(in, "note", MAX_NOTE));
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
        names(in, "capabilities"),
        names(in, "accepts"),
        in.has("model_sha256") ? in.id("model_sha256") : null,
        line(in, "model", MAX_NAME),
        line(in, "provider", MAX_NAME),
        (int) in.whole("max_in_flight", 1, MAX_IN_FLIGHT, MAX_IN_FLIGHT_UNSAID),
        line(in, "note", MAX_NOTE),
        frameToken(in));
  }

  private static List<String> names(JsonInput in, String field) {
    List<String> names = in.texts(field);
    if (names.size() > MAX_NAMES) {
      throw new InvalidInput("%s has more than %d entries.".formatted(field, MAX_NAMES));
    }
    return names;
  }

  /** What people are shown of it. */
  private static String line(JsonInput in, String field, int most) {
    String said = in.text(field, null);
    return said == null ? null : OneLine.of(said, most);
  }

  /** It goes into a header. */
  private static String frameToken(JsonInput in) {
    String token = in.text("frame_token", null);
    if (token != null && !Secret.isWritten(token)) {
      throw new InvalidInput("frame_token must be edge_ and 43 signs of base64url.");
    }
    return token;
  }

  private static String host(JsonInput in, String field) {
    String host = in.text(field);
    if (!HostName.isValid(host)) {
      throw new InvalidInput(field + " must be a host name or an IP address.");
    }
    return host;
  }
}
