package edgeai.admin.control;

import edgeai.common.http.JsonInput;
import java.util.List;

/** What a camera shall do: {@code start}, {@code stop} or {@code restart}. */
public record Command(String cameraId, String command) {
  private static final List<String> COMMANDS = List.of("start", "stop", "restart");

  static Command read(JsonInput in) {
    return new Command(in.id("camera_id"), in.choice("command", COMMANDS));
  }
}
