package edgeai.common.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PlainContextTest {
  @Test
  void aTaskIsHandedOverWithoutTheApplicationsClassLoader() {
    ClassLoader own = Thread.currentThread().getContextClassLoader();
    AtomicReference<ClassLoader> seen = new AtomicReference<>();
    new PlainContext(Runnable::run)
        .execute(() -> seen.set(Thread.currentThread().getContextClassLoader()));

    assertThat(seen).hasValue(ClassLoader.getPlatformClassLoader());
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(own);
  }

  @Test
  void aRefusalLeavesTheCallersContext() {
    ClassLoader own = Thread.currentThread().getContextClassLoader();
    PlainContext refusing =
        new PlainContext(
            task -> {
              throw new RejectedExecutionException();
            });

    assertThatThrownBy(() -> refusing.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(own);
  }
}
