package edgeai.common.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DepartureTest {
  private final CountDownLatch left = new CountDownLatch(1);
  private final AtomicInteger looks = new AtomicInteger();
  private final Departure departure = new Departure(context());

  /** As the container's, which takes a timeout until the first thread has left. */
  private AsyncContext context() {
    return (AsyncContext)
        Proxy.newProxyInstance(
            AsyncContext.class.getClassLoader(),
            new Class<?>[] {AsyncContext.class},
            (self, called, given) -> {
              looks.incrementAndGet();
              if (left.getCount() == 0) {
                throw new IllegalStateException("it has left");
              }
              return null;
            });
  }

  @Test
  void anotherThreadWaitsUntilTheFirstHasLeft() throws Exception {
    CompletableFuture<Void> waited = CompletableFuture.runAsync(departure::await);
    while (looks.get() < 3) {
      assertThat(waited).isNotDone();
      Thread.onSpinWait();
    }

    left.countDown();

    waited.get(1, TimeUnit.MINUTES);
  }

  @Test
  void theFirstWaitsForNobody() {
    departure.await();

    assertThat(looks).hasValue(0);
  }
}
