package edgeai.admin.control;

import edgeai.admin.camera.Cameras;
import edgeai.admin.live.AdminFeed;
import edgeai.common.guard.Schedule;
import edgeai.common.wire.CommandObeyed;
import edgeai.common.wire.CommandRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Sends commands and waits a moment for the camera node to say that it obeyed. What it says is
 * known from then on, whether somebody waits for it or not.
 */
@ApplicationScoped
public class PendingCommands {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int MOST_WAITING = 1_000;

  private final AdminFeed feed;
  private final Cameras cameras;
  private final Schedule schedule;

  private final Map<CompletableFuture<Optional<String>>, CommandRequest> waiting =
      new ConcurrentHashMap<>();

  private final LongAdder acknowledged = new LongAdder();
  private final LongAdder unanswered = new LongAdder();

  @Inject
  public PendingCommands(AdminFeed feed, Cameras cameras, Schedule schedule) {
    this.feed = feed;
    this.cameras = cameras;
    this.schedule = schedule;
  }

  /** For the container's proxy. */
  PendingCommands() {
    this(null, null, null);
  }

  /**
   * Sends a command; where a node of that id is connected, the result waits for its word.
   *
   * @return the state it acknowledged with, empty where it did not
   */
  CompletionStage<Optional<String>> give(CommandRequest command, boolean connected) {
    CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
    answer.thenAccept(state -> (state.isPresent() ? acknowledged : unanswered).increment());
    if (connected && waiting.size() < MOST_WAITING) {
      waiting.put(answer, command);
      schedule.after("command", PATIENCE, () -> end(answer));
    } else {
      answer.complete(Optional.empty());
    }
    feed.publish(command);
    return answer;
  }

  private void end(CompletableFuture<Optional<String>> answer) {
    waiting.remove(answer);
    answer.complete(Optional.empty());
  }

  void onAcknowledged(@Observes CommandObeyed ack) {
    cameras.obeyed(ack.cameraId(), ack.state());
    CommandRequest obeyed = new CommandRequest(ack.cameraId(), ack.command());
    waiting.forEach(
        (answer, command) -> {
          if (command.equals(obeyed)) {
            waiting.remove(answer);
            answer.complete(Optional.of(ack.state()));
          }
        });
  }

  /** Commands that a camera obeyed in time, since the start. */
  public long acknowledged() {
    return acknowledged.sum();
  }

  /** Commands of which no camera said so in time, since the start. */
  public long unanswered() {
    return unanswered.sum();
  }

  /** Commands that wait for an acknowledgement. */
  public int waiting() {
    return waiting.size();
  }
}
