package edgeai.worker.camera;

import edgeai.common.door.SentBearer;
import edgeai.common.network.ConfiguredCalls;
import edgeai.common.network.GrowingPause;
import edgeai.common.network.HttpCalls;
import edgeai.common.settings.ServerTls;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Hears the commands of the admin server and acknowledges what became of them. Runs on one thread
 * until it is interrupted; a connection that is lost or falls silent is opened again with growing
 * pauses.
 */
final class CommandSocket implements Runnable {
  private static final Logger LOG = Logger.getLogger(CommandSocket.class.getName());
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final long PING_NANOS = TimeUnit.SECONDS.toNanos(15);
  private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(45);
  private static final int SEND_SECONDS = 10;
  private static final int COMMANDS = 16;

  private final URI address;
  private final URI admin;
  private final SentBearer bearer;
  private final ConfiguredCalls calls;
  private final CameraMessages messages;
  private final Function<RemoteCommand, CameraState> obey;
  private final HttpCalls http =
      new HttpCalls(
          () ->
              HttpClient.newBuilder()
                  .sslContext(ServerTls.clients())
                  .connectTimeout(CONNECT_TIMEOUT)
                  .build());
  private final GrowingPause pause =
      new GrowingPause(FIRST_PAUSE, LONGEST_PAUSE, new SplittableRandom());
  private volatile boolean connected;

  /**
   * @param admin the admin server
   * @param bearer what proves to it who this is
   * @param calls which addresses may be called
   * @param cameraInAddress this camera's id as part of an address
   * @param obey does what a command says and tells what came of it
   */
  CommandSocket(
      URI admin,
      SentBearer bearer,
      ConfiguredCalls calls,
      String cameraInAddress,
      CameraMessages messages,
      Function<RemoteCommand, CameraState> obey) {
    // http becomes ws, https becomes wss
    this.address =
        URI.create(
            admin.toString().replaceFirst("^http", "ws")
                + "/ws/cameras?camera_id="
                + cameraInAddress);
    this.admin = admin;
    this.bearer = bearer;
    this.calls = calls;
    this.messages = messages;
    this.obey = obey;
  }

  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        serve();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException | Error e) {
        http.failed(e);
        LOG.log(Level.FINE, "no connection for commands", e);
      } finally {
        connected = false;
      }
      rest();
    }
  }

  private void rest() {
    try {
      TimeUnit.MILLISECONDS.sleep(pause.next());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve() throws InterruptedException {
    if (calls.refusal(admin).isPresent()) {
      return; // reports are not sent there either, and say why
    }
    Ear ear = new Ear();
    WebSocket socket =
        join(
            () ->
                bearer
                    .signed(http.client().newWebSocketBuilder())
                    .connectTimeout(CONNECT_TIMEOUT)
                    .buildAsync(address, ear));
    try {
      connected = true;
      pause.reset();
      long lastPing = System.nanoTime();
      while (!ear.closed && System.nanoTime() - ear.lastHeard < SILENCE_NANOS) {
        RemoteCommand command = ear.commands.poll(1, TimeUnit.SECONDS);
        if (command != null) {
          String said = messages.acknowledgement(command, obey.apply(command));
          join(() -> socket.sendText(said, true));
        } else if (System.nanoTime() - lastPing > PING_NANOS) {
          lastPing = System.nanoTime();
          join(() -> socket.sendPing(ByteBuffer.allocate(0)));
        }
      }
    } finally {
      socket.abort();
    }
  }

  private interface Sending<T> {
    CompletionStage<T> begin();
  }

  private static <T> T join(Sending<T> sending) throws InterruptedException {
    try {
      return sending.begin().toCompletableFuture().get(SEND_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new CompletionException(e);
    }
  }

  /** Whether the admin server can tell this camera something at this moment. */
  boolean isConnected() {
    return connected;
  }

  /** One connection's incoming side. */
  private final class Ear implements WebSocket.Listener {
    private static final int MAX_CHARACTERS = 1 << 16;

    private final BlockingQueue<RemoteCommand> commands = new ArrayBlockingQueue<>(COMMANDS);
    private final StringBuilder text = new StringBuilder();
    private volatile long lastHeard = System.nanoTime();
    private volatile boolean closed;

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      heard(socket);
      if (text.length() <= MAX_CHARACTERS) {
        text.append(part);
      }
      if (last) {
        if (text.length() <= MAX_CHARACTERS) {
          messages.command(text.toString()).ifPresent(this::take);
        }
        text.setLength(0);
      }
      return null;
    }

    private void take(RemoteCommand command) {
      if (!commands.offer(command)) {
        LOG.log(Level.WARNING, "too many commands at once; {0} is not obeyed", command.word());
      }
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer bytes, boolean last) {
      heard(socket);
      return null;
    }

    @Override
    public CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
      heard(socket);
      return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
      heard(socket);
      return null;
    }

    private void heard(WebSocket socket) {
      lastHeard = System.nanoTime();
      socket.request(1);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed = true;
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      closed = true;
    }
  }
}
