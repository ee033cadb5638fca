package edgeai.benchmark.servers;

import edgeai.benchmark.Kept;
import edgeai.systemtests.fixture.ServerProcess;
import java.util.function.Supplier;

/**
 * A server that could work, and what it took until then.
 *
 * @param seconds from the start of its process
 * @param residentBytes at that moment
 */
public record Started(ServerProcess server, double seconds, long residentBytes)
    implements Kept.Runs {

  /** Starts a server and waits until it is ready. */
  public static Started by(Supplier<ServerProcess> starter) {
    ServerProcess.prepare();
    long began = System.nanoTime();
    ServerProcess server = starter.get();
    try {
      server.awaitReady();
      return new Started(server, (System.nanoTime() - began) / 1e9, server.usage().residentBytes());
    } catch (RuntimeException | Error e) {
      server.close();
      throw e;
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
