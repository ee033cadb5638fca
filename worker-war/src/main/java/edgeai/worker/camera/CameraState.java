package edgeai.worker.camera;

import java.util.Locale;

/** Whether a camera watches, or was told not to. */
enum CameraState {
  RUNNING,
  STOPPED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
