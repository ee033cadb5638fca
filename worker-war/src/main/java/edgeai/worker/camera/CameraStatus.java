package edgeai.worker.camera;

import edgeai.common.admin.AdminLink;
import edgeai.worker.settings.CameraSettings;

/**
 * How a camera node does.
 *
 * @param source without its password
 * @param state {@code running} or {@code stopped}, as the admin server commanded
 * @param watching whether the source gives frames at this moment
 * @param trouble why it gives none, else null
 * @param known whether the admin server answers and knows this camera
 * @param commands whether the admin server can command it at this moment
 * @param framesReused those that showed nothing new, and were not inferred
 */
public record CameraStatus(
    String cameraId,
    String name,
    String source,
    String state,
    boolean watching,
    String trouble,
    String admin,
    boolean known,
    boolean commands,
    long framesCaptured,
    long framesShed,
    long framesReused,
    int eventsWaiting,
    long eventsDelivered,
    long eventsDropped) {

  static CameraStatus of(
      CameraSettings settings,
      CameraState state,
      Capture capture,
      FrameSlot slot,
      SeenBefore before,
      AdminLink link,
      CommandSocket socket) {
    return new CameraStatus(
        settings.identity().id(),
        settings.identity().name(),
        settings.source().shown(),
        state.word(),
        capture.isOpen(),
        state == CameraState.STOPPED ? null : capture.trouble(),
        settings.admin().toString(),
        link.isKnown(),
        socket.isConnected(),
        capture.captured(),
        slot.shed(),
        before.reused(),
        link.waiting(),
        link.delivered(),
        link.dropped() + link.refused() + link.lost());
  }
}
