package edgeai.systemtests.fuzz;

import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A worker on the network that answers frames and pieces with any bytes. */
final class Rogue implements AutoCloseable {
  private final String id = "rogue-" + UUID.randomUUID();
  private final Http coordinator;
  private final Dice dice;
  private final ServerSocket listener;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger answered = new AtomicInteger();

  /** Listens, and registers with the pool's model. */
  Rogue(Http coordinator, Dice dice) throws IOException {
    this.coordinator = coordinator;
    this.dice = dice;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::listen);
    coordinator
        .post(
            "/register-worker", Wire.pieceRegistration(coordinator, id, listener.getLocalPort(), 2))
        .expect(201);
    // this machine owns them all: what those before it did would leave it hardly any work
    coordinator.post("/workers/" + id + "/pardon");
  }

  /** How many answers it gave so far. */
  int answered() {
    return answered.get();
  }

  private void listen() {
    try {
      while (!listener.isClosed()) {
        Socket socket = listener.accept();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      threads.shutdown();
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      RogueAnswer answer;
      synchronized (dice) {
        answer = new RogueAnswer(new Dice(dice.below(Integer.MAX_VALUE), 0));
      }
      socket.setSoTimeout(20_000);
      byte[] request = AskedBytes.read(socket.getInputStream());
      answered.incrementAndGet();
      answer.to(request, socket.getOutputStream());
    } catch (IOException e) {
      // the coordinator had enough of it
      return;
    }
  }

  @Override
  public void close() {
    coordinator.delete("/workers/" + id);
    try {
      listener.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
