package edgeai.common.door;

import edgeai.common.error.Forbidden;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** A body that is read for as long as whoever sends it may. */
final class AskedBody extends ServletInputStream {
  private final ServletInputStream body;
  private final BooleanSupplier admitted;

  AskedBody(ServletInputStream body, BooleanSupplier admitted) {
    this.body = body;
    this.admitted = admitted;
  }

  private ServletInputStream body() {
    if (!admitted.getAsBoolean()) {
      throw new Forbidden("Who sends this may not any more.");
    }
    return body;
  }

  @Override
  public int read() throws IOException {
    return body().read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return body().read(bytes, offset, length);
  }

  @Override
  public int available() throws IOException {
    return body.available();
  }

  @Override
  public void close() throws IOException {
    body.close();
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    body.setReadListener(listener);
  }
}
