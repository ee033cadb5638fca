package edgeai.admin.control;

import edgeai.common.http.JsonInput;
import java.util.List;

/** What a camera shall do: {@code start}, {@code stop} or {@code restart}. */
public record CommandRequest(String cameraId, String command) {
  private static final List<String> COMMANDS = List.of("start", "stop", "restart");

  static CommandRequest read(JsonInput in) {
    return new CommandRequest(in.id("camera_id"), in.choice("command", COMMANDS));
  }
}
