package edgeai.common.http;

import jakarta.servlet.AsyncContext;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An answer that other threads write than the one that took its request. The container may take
 * request and answer away, and give them to another client, before it tells anybody that they are
 * over: whoever touches them then meets exceptions of any kind, or a stranger's answer.
 */
public final class LateAnswer {
  private static final Logger LOG = Logger.getLogger(LateAnswer.class.getName());
  private static final String MARK = LateAnswer.class.getName();

  private final AsyncContext context;

  /** On the thread that took the request. */
  public LateAnswer(AsyncContext context) {
    this.context = context;
    context.getRequest().setAttribute(MARK, context);
  }

  /** Whether it is still that request's; nothing may be written where it is not. */
  public boolean isThere() {
    try {
      return context.getRequest().getAttribute(MARK) == context;
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "the container has taken a request away: {0}", e.toString());
      return false;
    }
  }

  /** Ends it, where the container has not. */
  public void end() {
    try {
      if (isThere()) {
        context.complete();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "the container has ended an answer: {0}", e.toString());
    }
  }
}
