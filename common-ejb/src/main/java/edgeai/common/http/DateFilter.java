package edgeai.common.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/**
 * Says in every answer when it was made (RFC 9110, 6.6.1), which Payara leaves out; a dashboard
 * tells by it how far its browser's clock is off.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class DateFilter implements Filter {
  private final Clock clock = Clock.systemUTC();

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ((HttpServletResponse) response).setDateHeader("Date", clock.millis());
    chain.doFilter(request, response);
  }
}
