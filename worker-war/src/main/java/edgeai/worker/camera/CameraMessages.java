package edgeai.worker.camera;

import edgeai.common.request.CommandReader;
import edgeai.common.request.Requests;
import edgeai.common.wire.CommandObeyed;
import java.util.Optional;

/** What one camera hears of its admin server's commands, and what it answers. */
final class CameraMessages {
  private final String cameraId;

  CameraMessages(String cameraId) {
    this.cameraId = cameraId;
  }

  String acknowledgement(RemoteCommand command, CameraState state) {
    return Requests.write(
        CommandReader.message(new CommandObeyed(cameraId, command.word(), state.word())));
  }

  /** The command that a message has for this camera, empty for any other message. */
  Optional<RemoteCommand> command(String message) {
    return CommandReader.requestIn(message)
        .filter(request -> request.cameraId().equals(cameraId))
        .flatMap(request -> RemoteCommand.of(request.command()));
  }
}
