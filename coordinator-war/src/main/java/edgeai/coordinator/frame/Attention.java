package edgeai.coordinator.frame;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** Whether somebody watches frames: stream says it, decode makes frames as large as that wants. */
@ApplicationScoped
public class Attention {
  private final AtomicInteger viewers = new AtomicInteger();

  public void viewerCame() {
    viewers.incrementAndGet();
  }

  public void viewerLeft() {
    viewers.decrementAndGet();
  }

  public boolean isPaid() {
    return viewers.get() > 0;
  }
}
