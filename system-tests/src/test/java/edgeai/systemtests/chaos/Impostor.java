package edgeai.systemtests.chaos;

import edgeai.systemtests.fixture.Pulse;

/** A worker whose answers nobody may believe. */
interface Impostor {
  String id();

  /** Comes among the workers; gives what it leaves by. */
  AutoCloseable among(ChaosPool pool);

  /** Puts it among the workers until the scene ends. */
  default void join(Scene scene) {
    Pulse pulse = scene.pool().pulse();
    AutoCloseable worker = among(scene.pool());
    pulse.keep(id());
    scene.atEnd(
        () -> {
          pulse.stop(id());
          close(worker);
        });
  }

  private static void close(AutoCloseable worker) {
    try {
      worker.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
