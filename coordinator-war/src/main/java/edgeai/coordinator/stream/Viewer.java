package edgeai.coordinator.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** One who watches: a slot for the latest picture, written when the connection takes it. */
final class Viewer implements WriteListener, AsyncListener {
  private static final byte[] BOUNDARY = "--frame\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BOUNDARY_AFTER =
      "\r\n--frame\r\n".getBytes(StandardCharsets.US_ASCII);

  /** For what stands around a picture, in bytes. */
  private static final int ROOM = 128;

  private final AsyncContext context;
  private final ServletOutputStream out;
  private final Consumer<Viewer> left;
  private byte[] slot;
  private boolean opened;
  private boolean over;

  Viewer(AsyncContext context, Consumer<Viewer> left) throws IOException {
    this.context = context;
    this.out = context.getResponse().getOutputStream();
    this.left = left;
  }

  /** Leaves a picture; one that was not written yet is replaced. */
  void offer(byte[] jpeg) {
    synchronized (this) {
      slot = jpeg;
    }
    write();
  }

  @Override
  public void onWritePossible() {
    write();
  }

  /** Each part is followed by the next boundary at once, for browsers show a part only then. */
  private synchronized void write() {
    try {
      while (!over && slot != null && out.isReady()) {
        byte[] jpeg = slot;
        slot = null;
        out.write(parts(jpeg));
        if (out.isReady()) {
          out.flush();
        }
      }
    } catch (IOException | IllegalStateException e) {
      end();
    }
  }

  /** The first picture goes twice: Chromium shows one only when the head of the next is there. */
  private byte[] parts(byte[] jpeg) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(jpeg.length + ROOM);
    if (!opened) {
      opened = true;
      bytes.writeBytes(BOUNDARY);
      add(bytes, jpeg);
    }
    add(bytes, jpeg);
    return bytes.toByteArray();
  }

  private static void add(ByteArrayOutputStream bytes, byte[] jpeg) {
    bytes.writeBytes(
        "Content-Type: image/jpeg\r\nContent-Length: %s\r\n\r\n"
            .formatted(jpeg.length)
            .getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(jpeg);
    bytes.writeBytes(BOUNDARY_AFTER);
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
