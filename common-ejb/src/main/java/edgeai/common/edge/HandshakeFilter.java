package edgeai.common.edge;

import edgeai.common.problem.Problem;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Refuses what asks for a WebSocket and is no handshake (RFC 6455, 4.2.1): the container would
 * answer some of it with a 500.
 */
final class HandshakeFilter implements Filter {
  private static final String SOCKETS = "/ws/";
  private static final String VERSION = "13";
  private static final int OTHER_VERSION = 426;

  /** Sixteen bytes in base64. */
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{21}[AQgw]==");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    Optional<Problem> refusal = asks(http) ? refusal(http) : Optional.empty();
    if (refusal.isPresent()) {
      HttpServletResponse answer = (HttpServletResponse) response;
      if (refusal.get().status() == OTHER_VERSION) {
        answer.setHeader("Sec-WebSocket-Version", VERSION);
      }
      refusal.get().answer(answer);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean asks(HttpServletRequest request) {
    return request.getRequestURI().startsWith(SOCKETS) && request.getHeader("Upgrade") != null;
  }

  private static Optional<Problem> refusal(HttpServletRequest request) {
    if (!request.getMethod().equals("GET")
        || !names(request, "Upgrade", "websocket")
        || !names(request, "Connection", "upgrade")) {
      return broken("needs GET, Upgrade: websocket and Connection: Upgrade");
    }
    if (!only(request, "Sec-WebSocket-Version").filter(VERSION::equals).isPresent()) {
      return Optional.of(
          new Problem(
              OTHER_VERSION, "A handshake of a WebSocket is of version %s.".formatted(VERSION)));
    }
    if (!only(request, "Sec-WebSocket-Key").filter(key -> KEY.matcher(key).matches()).isPresent()) {
      return broken("needs one Sec-WebSocket-Key of 16 bytes");
    }
    return isAddress(request) ? Optional.empty() : broken("needs an address without other signs");
  }

  /** The container makes one of it, and throws. */
  private static boolean isAddress(HttpServletRequest request) {
    String query = request.getQueryString();
    try {
      return new URI(request.getRequestURI() + "?" + (query == null ? "" : query)) != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static Optional<Problem> broken(String need) {
    return Optional.of(new Problem(400, "A handshake of a WebSocket %s.".formatted(need)));
  }

  private static boolean names(HttpServletRequest request, String header, String word) {
    return Collections.list(request.getHeaders(header)).stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .anyMatch(part -> part.strip().equalsIgnoreCase(word));
  }

  private static Optional<String> only(HttpServletRequest request, String header) {
    List<String> values = Collections.list(request.getHeaders(header));
    return values.size() == 1 ? Optional.of(values.get(0).strip()) : Optional.empty();
  }
}
