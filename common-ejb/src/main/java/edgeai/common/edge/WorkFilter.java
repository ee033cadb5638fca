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

/** Lets no more requests be worked on than leave threads to say that the server lives. */
final class WorkFilter implements Filter {
  private final Places places;

  WorkFilter(Places places) {
    this.places = places;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = ((HttpServletRequest) request).getRequestURI();
    if (path.equals("/health") || path.startsWith("/mp-health")) {
      chain.doFilter(request, response);
      return;
    }
    String address = request.getRemoteAddr();
    if (!places.enter(address)) {
      ((HttpServletResponse) response).setHeader("Retry-After", "1");
      full().answer((HttpServletResponse) response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      places.leave(address);
    }
  }

  static Problem full() {
    return new Problem(503, "As many requests are worked on as this server takes at once.");
  }
}
