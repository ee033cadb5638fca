package edgeai.admin.live;

import edgeai.common.http.JsonInput;

/**
 * A camera node says that it obeyed.
 *
 * @param state what it does now, in its own word
 */
public record Acknowledged(String cameraId, String command, String state) {
  static Acknowledged read(JsonInput data) {
    return new Acknowledged(data.id("camera_id"), data.id("command"), data.id("state"));
  }
}
