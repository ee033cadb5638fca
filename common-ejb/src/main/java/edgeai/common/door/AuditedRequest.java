package edgeai.common.door;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose end is told, whichever thread it ends on. */
final class AuditedRequest extends HttpServletRequestWrapper {
  private final Runnable end;
  private boolean goesOn;
  private boolean ended;

  AuditedRequest(HttpServletRequest request, Runnable end) {
    super(request);
    this.end = end;
  }

  @Override
  public AsyncContext startAsync() {
    return watched(super.startAsync());
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
    return watched(super.startAsync(request, response));
  }

  private AsyncContext watched(AsyncContext context) {
    synchronized (this) {
      goesOn = true;
    }
    context.addListener(new End());
    return context;
  }

  /** Its first thread has left it. */
  void left() {
    boolean over;
    synchronized (this) {
      over = !goesOn;
    }
    if (over) {
      tell();
    }
  }

  private void tell() {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
    }
    end.run();
  }

  private final class End implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
      tell();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // it is completed then
    }

    @Override
    public void onError(AsyncEvent event) {
      // it is completed then
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
