package edgeai.common.door;

import edgeai.common.http.LateAnswer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** An answer that goes on while its thread is gone, noted until it has ended. */
final class AskedStream implements AsyncListener {
  private final OpenWays ways;

  AskedStream(AsyncContext context, Asker asker, OpenWays ways) {
    this.ways = ways;
    ways.enter(this, asker, new LateAnswer(context)::end);
  }

  @Override
  public void onComplete(AsyncEvent event) {
    ways.leave(this);
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    ways.leave(this);
  }

  @Override
  public void onError(AsyncEvent event) {
    ways.leave(this);
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // noted already
  }
}
