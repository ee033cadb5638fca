package edgeai.common.request;

import edgeai.common.error.Refusal;
import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import edgeai.common.wire.CommandObeyed;
import edgeai.common.wire.CommandRequest;
import edgeai.common.wire.LiveMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads commands to cameras and what cameras answer, as bodies and as WebSocket messages. */
public final class CommandReader {
  private static final List<String> COMMANDS = List.of("start", "stop", "restart");
  private static final String CONTROL = "control";
  private static final String ACK = "ack";

  private CommandReader() {}

  /**
   * @throws edgeai.common.error.InvalidInput where there is no camera or no such command
   */
  public static CommandRequest request(JsonInput in) {
    return new CommandRequest(in.id("camera_id"), in.choice("command", COMMANDS));
  }

  /** The command in a message, empty in any other message. */
  public static Optional<CommandRequest> requestIn(String message) {
    return in(message, CONTROL, CommandReader::request);
  }

  /** A command as the message that carries it. */
  public static LiveMessage message(CommandRequest command) {
    return new LiveMessage(CONTROL, command);
  }

  /** The acknowledgement in a message, empty in any other message. */
  public static Optional<CommandObeyed> obeyedIn(String message) {
    return in(
        message,
        ACK,
        data -> new CommandObeyed(data.id("camera_id"), data.id("command"), data.id("state")));
  }

  /** An acknowledgement as the message that carries it. */
  public static LiveMessage message(CommandObeyed obeyed) {
    return new LiveMessage(ACK, obeyed);
  }

  private static <T> Optional<T> in(String message, String type, Function<JsonInput, T> reader) {
    if (!message.contains(type)) {
      return Optional.empty(); // most messages of an older server tell of everything else
    }
    try {
      JsonInput in = JsonInput.parse(Body.of(message));
      return in.text("type", "").equals(type)
          ? Optional.of(reader.apply(in.object("data")))
          : Optional.empty();
    } catch (Refusal e) {
      return Optional.empty();
    }
  }
}
