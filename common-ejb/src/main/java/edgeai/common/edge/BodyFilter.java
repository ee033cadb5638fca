package edgeai.common.edge;

import edgeai.common.network.Places;
import edgeai.common.problem.Problem;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Has bodies read before a thread works on their requests. Small ones are there already; others
 * arrive without a thread ({@link BodyArrival}). What its resource reads as it comes, video and
 * models, holds a thread, so that few places are for it.
 */
final class BodyFilter implements Filter {
  /** Of fields. */
  private static final long MOST = 4 << 20;

  /** Of a picture, in JSON or as it is. */
  private static final long MOST_OF_PICTURES = 16 << 20;

  private static final Set<String> PICTURES = Set.of("/process-frame", "/detect");
  private static final Set<String> STREAMED = Set.of("/upload-video", "/models", "/process-piece");

  private final BodyWay way;
  private final Places streams;

  /**
   * @param streams places for bodies that are read as they come
   */
  BodyFilter(BodyWay way, Places streams) {
    this.way = way;
    this.streams = streams;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    long length = http.getContentLengthLong();
    String path = http.getRequestURI().replaceFirst("(?<=.)/+$", "");
    long most = PICTURES.contains(path) ? MOST_OF_PICTURES : MOST;
    if (length == 0 || length < 0 && http.getHeader("Transfer-Encoding") == null) {
      chain.doFilter(request, response);
    } else if (length < 0 && http.getHeader("Upgrade") != null) {
      answer.setHeader("Connection", "close");
      new Problem(400, "A body that comes with Upgrade needs a Content-Length.").answer(answer);
    } else if (STREAMED.contains(path)) {
      stream(http, answer, chain);
    } else if (length > most) {
      answer.setHeader("Connection", "close");
      tooLarge(most).answer(answer);
    } else if (isThere(http, length)) {
      chain.doFilter(request, response);
    } else {
      new BodyArrival(http, most, way).begin(answer);
    }
  }

  /** Where another protocol is named, the container would go on reading behind the body. */
  private static boolean isThere(HttpServletRequest request, long length) throws IOException {
    return length > 0
        && request.getHeader("Upgrade") == null
        && request.getInputStream().available() >= length;
  }

  private void stream(HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    String address = request.getRemoteAddr();
    if (!streams.enter(address)) {
      answer.setHeader("Retry-After", "10");
      answer.setHeader("Connection", "close");
      new Problem(503, "As many uploads are on their way as this server takes at once.")
          .answer(answer);
      return;
    }
    try {
      chain.doFilter(new StreamedRequest(request), answer);
    } finally {
      streams.leave(address);
    }
  }

  static Problem tooLarge(long most) {
    return new Problem(413, "The body is larger than the %d bytes allowed.".formatted(most));
  }
}
