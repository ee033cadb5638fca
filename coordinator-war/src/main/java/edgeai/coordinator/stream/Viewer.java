package edgeai.coordinator.stream;

import edgeai.common.http.LateAnswer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.function.Consumer;

/** One who watches: a slot for the latest picture, written when the connection takes it. */
final class Viewer implements WriteListener, AsyncListener {
  private final LateAnswer answer;
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
    this.answer = new LateAnswer(context);
    this.jobId = jobId;
    this.out = context.getResponse().getOutputStream();
    this.left = left;
  }

  String jobId() {
    return jobId;
  }

  /** Leaves a picture; one that was not written yet is replaced. */
  void offer(Part part) {
    if (keeps(part)) {
      write();
    } else {
      left.accept(this); // it may have ended before it was let in
    }
  }

  private synchronized boolean keeps(Part part) {
    slot = over ? null : part;
    return !over;
  }

  @Override
  public void onWritePossible() {
    write();
  }

  /** Nobody else goes without a picture where this one cannot have it, whatever is the reason. */
  private synchronized void write() {
    try {
      while (!over && slot != null && isReady()) {
        Part part = slot;
        slot = null;
        out.write(opened ? part.bytes() : part.opening());
        opened = true;
        if (out.isReady()) {
          out.flush();
        }
      }
    } catch (IOException | RuntimeException e) {
      end();
    }
  }

  private boolean isReady() {
    if (!answer.isThere()) {
      end();
      return false;
    }
    return out.isReady();
  }

  synchronized void end() {
    if (!over) {
      over = true;
      left.accept(this);
      slot = null;
      answer.end();
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
