package edgeai.benchmark.dispatch;

import edgeai.benchmark.load.LoadFigures;
import edgeai.benchmark.load.Measurement;
import edgeai.benchmark.load.Pacing;
import edgeai.common.vision.NoOpModel;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/** Frames straight to a worker by a bare java.net.http client: what nothing could do for less. */
final class PingPong {
  private static final int MOST_AT_ONCE = 1_000_000;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;
  private final byte[] picture;

  /**
   * @param worker its origin
   * @param bytes of a frame
   */
  PingPong(String worker, int bytes) {
    address = URI.create(worker + "/process-frame");
    picture = new byte[bytes];
    new Random(1).nextBytes(picture);
  }

  /**
   * Sends until the measurement is over and waits for the last answer.
   *
   * @throws IllegalStateException if the worker did not take a frame
   */
  LoadFigures run(Pacing pacing, Measurement measurement) throws InterruptedException {
    Semaphore unanswered = new Semaphore(MOST_AT_ONCE);
    AtomicReference<String> failure = new AtomicReference<>();
    long sent = 0;
    while (!measurement.isOver() && failure.get() == null) {
      long due = pacing.awaitDue();
      unanswered.acquire();
      client
          .sendAsync(request(++sent), BodyHandlers.ofByteArray())
          .whenComplete(
              (answer, refused) -> {
                if (refused != null || answer.statusCode() != 200) {
                  failure.compareAndSet(null, said(answer, refused));
                }
                measurement.answered(due);
                measurement.completed(due);
                pacing.answered();
                unanswered.release();
              });
    }
    unanswered.acquire(MOST_AT_ONCE);
    if (failure.get() != null) {
      throw new IllegalStateException("the worker did not take a frame: " + failure.get());
    }
    return measurement.figures(sent);
  }

  private static String said(HttpResponse<byte[]> answer, Throwable refused) {
    return refused == null ? "answered " + answer.statusCode() : refused.toString();
  }

  private HttpRequest request(long id) {
    return HttpRequest.newBuilder(address)
        .header("Model-Sha256", NoOpModel.CARD.sha256())
        .header("Content-Type", "image/jpeg")
        .header("Task-Id", "frame-" + id)
        .header("Frame-Id", Long.toString(id))
        .POST(BodyPublishers.ofByteArray(picture))
        .build();
  }
}
