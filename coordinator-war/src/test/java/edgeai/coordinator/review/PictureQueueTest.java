package edgeai.coordinator.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PictureQueueTest {
  private static final byte[] PICTURE = {1, 2, 3};

  private final ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);

  /** Is made until it is interrupted. */
  private final Callable<byte[]> endless =
      () -> {
        begun.countDown();
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException e) {
          interrupted.countDown();
          throw e;
        }
        return PICTURE;
      };

  @AfterEach
  void close() {
    pool.shutdownNow();
  }

  private CompletableFuture<byte[]> ask(PictureQueue queue, String viewer) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return queue.await(viewer, endless);
          } catch (ExecutionException | PictureQueue.GivenUpException e) {
            throw new CompletionException(e);
          }
        });
  }

  @Test
  void aViewerThatAsksForAnotherNoLongerWaitsForTheOneBefore() throws Exception {
    PictureQueue queue = new PictureQueue(pool, 1, 1, Duration.ofSeconds(60));
    CompletableFuture<byte[]> first = ask(queue, "ann");
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

    assertThat(queue.await("ann", () -> PICTURE)).isEqualTo(PICTURE);
    assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> first.get(30, TimeUnit.SECONDS))
        .cause()
        .hasMessage("This viewer has asked for another frame since.");
    assertThat(queue.await("bob", () -> PICTURE)).isEqualTo(PICTURE);
  }

  @Test
  void moreThanThatAreTurnedAway() throws Exception {
    PictureQueue queue = new PictureQueue(pool, 1, 1, Duration.ofSeconds(60));
    CompletableFuture<byte[]> first = ask(queue, "ann");
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

    assertThatThrownBy(() -> queue.await("bob", () -> PICTURE))
        .isInstanceOfSatisfying(
            PictureQueue.GivenUpException.class, e -> assertThat(e.isLate()).isFalse())
        .hasMessage("Other frames are being decoded.");
    assertThat(first).isNotDone();
    assertThat(queue.await("ann", () -> PICTURE)).isEqualTo(PICTURE);
  }

  @Test
  void whatNobodyWaitsForAnyLongerEndsAndItsPlaceIsFree() throws Exception {
    PictureQueue queue = new PictureQueue(pool, 1, 1, Duration.ofSeconds(1));
    assertThatThrownBy(() -> queue.await(null, endless))
        .isInstanceOfSatisfying(
            PictureQueue.GivenUpException.class, e -> assertThat(e.isLate()).isTrue());
    assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> queue.await("ann", endless))
        .isInstanceOf(PictureQueue.GivenUpException.class);
    assertThat(new PictureQueue(pool, 1, 1, Duration.ofSeconds(60)).await(null, () -> PICTURE))
        .isEqualTo(PICTURE);
  }

  @Test
  void onlySoManyAreMadeAtATimeAndTheOthersWaitForThem() throws Exception {
    PictureQueue queue = new PictureQueue(pool, 1, 2, Duration.ofSeconds(60));
    ask(queue, "ann");
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    AtomicBoolean made = new AtomicBoolean();
    CompletableFuture<byte[]> second =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return queue.await(
                    "bob",
                    () -> {
                      made.set(true);
                      return PICTURE;
                    });
              } catch (ExecutionException | PictureQueue.GivenUpException e) {
                throw new CompletionException(e);
              }
            });
    await().during(Duration.ofMillis(200)).until(() -> !made.get());

    queue.await("ann", () -> PICTURE);

    assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(PICTURE);
  }

  @Test
  void aFailureIsThatOfTheMaking() {
    PictureQueue queue = new PictureQueue(pool, 1, 1, Duration.ofSeconds(60));
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(
              () ->
                  queue.await(
                      "ann",
                      () -> {
                        throw new IllegalStateException("a bug");
                      }))
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseMessage("a bug");
    }
  }
}
