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
import java.util.Collections;
import java.util.List;

/**
 * Refuses a body that tells its length in a way that is not known (RFC 9112, 6.3), which the
 * container takes for none: what is behind it would be another's request to a proxy in front.
 */
final class LengthFilter implements Filter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    List<String> codings = Collections.list(http.getHeaders("Transfer-Encoding"));
    if (codings.isEmpty() || isPlain(codings)) {
      chain.doFilter(request, response);
      return;
    }
    HttpServletResponse answer = (HttpServletResponse) response;
    answer.setHeader("Connection", "close");
    new Problem(400, "The only Transfer-Encoding that this server knows is chunked.")
        .answer(answer);
  }

  private static boolean isPlain(List<String> codings) {
    return codings.size() == 1 && codings.get(0).strip().equalsIgnoreCase("chunked");
  }
}
