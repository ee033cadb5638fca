package edgeai.admin.camera;

import edgeai.common.http.JsonInput;

/** What a camera says of itself when it comes. */
record Registration(String cameraId, String hostname, String ipAddress, Told told) {
  static Registration read(JsonInput in) {
    return new Registration(
        in.id("camera_id"),
        JsonInput.requireId("hostname", in.text("hostname")),
        JsonInput.requireId("ip_address", in.text("ip_address")),
        Told.of(in).orElse(Told.NOTHING));
  }
}
