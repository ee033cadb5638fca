package edgeai.common.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import edgeai.common.error.Unavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AnswerPlacesTest {
  private static final int MOST = 4;

  private final AnswerPlaces places = new AnswerPlaces(MOST, "answers");
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** One within the other. */
  private void writeWithin(int depth) throws IOException {
    places.write(
        out,
        paced -> {
          paced.write(new byte[2]);
          if (depth > 1) {
            writeWithin(depth - 1);
          }
        });
  }

  @Test
  void asManyAsMayBeAreWrittenAndWhoComesPastThatIsAskedToComeAgain() throws IOException {
    writeWithin(MOST);
    assertThat(out.size()).isEqualTo(2 * MOST);

    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> writeWithin(MOST + 1))
        .matches(refusal -> refusal.retryAfter().isPresent());
    assertThat(places.refused()).isOne();
    assertThat(places.running()).isZero();
  }

  @Test
  void anAnswerThatFailsGivesItsPlaceBack() {
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("gone");
          }
        };

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> places.write(gone, paced -> paced.write(new byte[9])));
    assertThat(places.running()).isZero();
  }

  /** A connection whose other end reads nothing. */
  private static final class Unread extends OutputStream {
    @Override
    public void write(int one) throws IOException {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        throw new InterruptedIOException();
      }
    }
  }

  @Test
  void whoTakesNothingGivesWayToWhoComes() throws Exception {
    AtomicReference<Boolean> interruptedAfterwards = new AtomicReference<>();
    Thread[] readers = new Thread[MOST];
    for (int i = 0; i < MOST; i++) {
      readers[i] =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      places.write(new Unread(), paced -> paced.write(new byte[9]));
                    } catch (IOException e) {
                      interruptedAfterwards.set(Thread.currentThread().isInterrupted());
                    }
                  });
    }
    await().until(() -> places.running() == MOST);
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreException(Unavailable.class)
        .until(
            () -> {
              places.write(out, paced -> paced.write(new byte[7]));
              return true;
            });

    assertThat(out.size()).isEqualTo(7);
    await().until(() -> interruptedAfterwards.get() != null);
    assertThat(interruptedAfterwards.get()).isFalse();
    assertThat(places.running()).isEqualTo(MOST - 1);
    for (Thread reader : readers) {
      reader.interrupt();
    }
  }
}
