package edgeai.common.edge;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body is in memory; all else is as it came. */
final class HeldRequest extends HttpServletRequestWrapper {
  private final HeldInput body;

  HeldRequest(HttpServletRequest request, HeldBytes bytes) {
    super(request);
    this.body = new HeldInput(bytes);
  }

  @Override
  public ServletInputStream getInputStream() {
    return body;
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }
}
