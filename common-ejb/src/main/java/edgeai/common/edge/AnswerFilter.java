package edgeai.common.edge;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/**
 * What every answer says: when it was made (RFC 9110, 6.6.1), which Payara leaves out, and by which
 * a dashboard tells how far its browser's clock is off; that it is of the type it names; and that
 * pages of other sites may not show it, unless {@link PageFilter} lets them.
 */
final class AnswerFilter implements Filter {
  private final Clock clock = Clock.systemUTC();

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse answer = (HttpServletResponse) response;
    answer.setDateHeader("Date", clock.millis());
    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader("Cross-Origin-Resource-Policy", "same-site");
    chain.doFilter(request, response);
  }
}
