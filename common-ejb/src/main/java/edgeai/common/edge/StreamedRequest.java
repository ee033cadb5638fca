package edgeai.common.edge;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/** A request whose body is read as it comes, if it comes fast enough. */
final class StreamedRequest extends HttpServletRequestWrapper {
  private PacedInput body;

  StreamedRequest(HttpServletRequest request) {
    super(request);
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (body == null) {
      body = new PacedInput(super.getInputStream(), getContentLengthLong());
    }
    return body;
  }
}
