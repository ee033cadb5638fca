package edgeai.admin.camera;

import edgeai.common.http.JsonInput;

/** What a camera says of itself when it comes. */
record CameraRegistration(String cameraId, String hostname, String ipAddress, CameraReport told) {
  static CameraRegistration read(JsonInput in) {
    return new CameraRegistration(
        in.id("camera_id"),
        JsonInput.requireId("hostname", in.text("hostname")),
        JsonInput.requireId("ip_address", in.text("ip_address")),
        CameraReport.of(in).orElse(CameraReport.NOTHING));
  }
}
