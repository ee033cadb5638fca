package edgeai.common.wire;

/**
 * What a camera says of itself when it comes: {@code POST /register-camera}.
 *
 * @param cameraId which camera
 * @param hostname name of its machine
 * @param ipAddress where it is
 * @param state {@code running} or {@code stopped}, null where it says nothing of it
 * @param trouble why it sees nothing, in a sentence, null where it does
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
