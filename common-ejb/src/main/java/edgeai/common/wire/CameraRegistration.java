package edgeai.common.wire;

/**
 * What a camera says of itself when it comes: {@code POST /register-camera}.
 *
 * @param state as in {@link CameraReport}
 * @param trouble as in {@link CameraReport}
 */
public record CameraRegistration(
    String cameraId, String hostname, String ipAddress, String state, String trouble) {

  public CameraRegistration(
      String cameraId, String hostname, String ipAddress, CameraReport report) {
    this(cameraId, hostname, ipAddress, report.state(), report.trouble());
  }

  /** What it says of its condition. */
  public CameraReport report() {
    return new CameraReport(state, trouble);
  }
}
