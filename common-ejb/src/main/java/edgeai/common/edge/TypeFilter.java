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
import java.util.regex.Pattern;

/**
 * Refuses a {@code Content-Type} that has a weight, which only {@code Accept} has (RFC 9110,
 * 12.4.2): JAX-RS reads it without being asked, and fails on one that is no number from 0 to 1.
 */
final class TypeFilter implements Filter {
  private static final Pattern WEIGHT = Pattern.compile(";\\s*qs?\\s*=", Pattern.CASE_INSENSITIVE);

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String type = ((HttpServletRequest) request).getHeader("Content-Type");
    if (type != null && WEIGHT.matcher(type).find()) {
      new Problem(400, "The header Content-Type has no weight.")
          .answer((HttpServletResponse) response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
