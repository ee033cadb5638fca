package edgeai.coordinator.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.function.Consumer;

/** One who watches: a slot for the latest picture, written when the connection takes it. */
final class Viewer implements WriteListener, AsyncListener {
  private final AsyncContext context;
  private final ServletOutputStream out;
  private final String jobId;
  private final Consumer<Viewer> left;
  private Part slot;
  private boolean opened;
  private boolean over;

  /**
   * @param jobId what is watched, null for whatever is shown
   */
  Viewer(AsyncContext context, String jobId, Consumer<Viewer> left) throws IOException {
    this.context = context;
    this.jobId = jobId;
    this.out = context.getResponse().getOutputStream();
    this.left = left;
  }

  String jobId() {
    return jobId;
  }

  /** Leaves a picture; one that was not written yet is replaced. */
  void offer(Part part) {
    synchronized (this) {
      slot = part;
    }
    write();
  }

  @Override
  public void onWritePossible() {
    write();
  }

  private synchronized void write() {
    try {
      while (!over && slot != null && out.isReady()) {
        Part part = slot;
        slot = null;
        out.write(opened ? part.bytes() : part.opening());
        opened = true;
        if (out.isReady()) {
          out.flush();
        }
      }
    } catch (IOException | IllegalStateException e) {
      end();
    }
  }

  synchronized void end() {
    if (!over) {
      over = true;
      left.accept(this);
      try {
        context.complete();
      } catch (IllegalStateException e) {
        slot = null; // the container had ended it
      }
    }
  }

  @Override
  public void onError(Throwable failure) {
    end();
  }

  @Override
  public void onError(AsyncEvent event) {
    end();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    end();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    end();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // the servlet starts it once
  }
}
