package edgeai.common.wire;

import java.util.List;

/**
 * What a worker says of itself when it joins: {@code POST /register-worker}.
 *
 * @param workerId 1 to 128 printable characters
 * @param hostname name of its machine
 * @param ipAddress where it takes frames; a host name may stand there
 * @param port where it takes frames, 1 to 65535
 * @param capabilities what it can do; frames go to those that name {@code yolov8n}; none where left
 *     out
 * @param accepts media types of frames it takes beside base64 JSON; none where left out
 * @param modelSha256 the hash of its model, null where it names none
 * @param model name of its model, null where it names none
 * @param provider what its inference runs on, null where it names none
 * @param maxInFlight frames it takes at the same time, 1 to 256; 1 where left out
 * @param note what it says is odd about it, null for nothing
 * @param frameToken what is to be sent with its frames, so that it takes them; null for nothing
 */
public record WorkerRegistration(
    String workerId,
    String hostname,
    String ipAddress,
    int port,
    List<String> capabilities,
    List<String> accepts,
    String modelSha256,
    String model,
    String provider,
    int maxInFlight,
    String note,
    String frameToken) {

  /** Of one that takes frames from whoever sends them. */
  public WorkerRegistration(
      String workerId,
      String hostname,
      String ipAddress,
      int port,
      List<String> capabilities,
      List<String> accepts,
      String modelSha256,
      String model,
      String provider,
      int maxInFlight,
      String note) {
    this(
        workerId,
        hostname,
        ipAddress,
        port,
        capabilities,
        accepts,
        modelSha256,
        model,
        provider,
        maxInFlight,
        note,
        null);
  }

  /** Workers that announce it are given frames. */
  public static final String CAPABILITY = "yolov8n";

  /**
   * Workers that announce it are spoken to by TLS; what follows is the SHA-256 of their
   * certificate, in hexadecimal digits.
   */
  private static final String SECURE = "https;sha256=";

  /** Workers that accept it can be told to cut binary frames into tiles. */
  public static final String CUT_JPEG = "image/jpeg;tiles";

  /** Stands for a model that was not named. */
  public static final String UNKNOWN = "unknown";

  /** Workers that accept it are given binary frames. */
  public static final String JPEG = "image/jpeg";

  /** The same at the address that its own was found to be. */
  public WorkerRegistration at(String address) {
    return new WorkerRegistration(
        workerId,
        hostname,
        address,
        port,
        capabilities,
        accepts,
        modelSha256,
        model,
        provider,
        maxInFlight,
        note,
        frameToken);
  }

  public boolean announcesDetection() {
    return capabilities.contains(CAPABILITY);
  }

  /** What one announces that has a certificate with this fingerprint. */
  public static String secure(String fingerprint) {
    return SECURE + fingerprint;
  }

  public boolean speaksTls() {
    return capabilities.stream().anyMatch(each -> each.startsWith(SECURE));
  }

  /** Whether this is what its certificate is known by. */
  public boolean isKnownBy(String fingerprint) {
    return capabilities.contains(secure(fingerprint));
  }

  /** Whether it can be told to cut a frame into tiles; others infer it as one. */
  public boolean cutsTiles() {
    return acceptsJpeg() && accepts.contains(CUT_JPEG);
  }

  /** Whether it takes a frame as binary JPEG; else it gets base64 JSON. */
  public boolean acceptsJpeg() {
    return accepts.contains(JPEG);
  }
}
