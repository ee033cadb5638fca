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
 * Refuses a body that tells its length twice, or in a way that is not known (RFC 9112, 6.3): a
 * proxy in front may have read another length, and taken what is behind it for another's request.
 */
final class LengthFilter implements Filter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    List<String> codings = Collections.list(http.getHeaders("Transfer-Encoding"));
    if (codings.isEmpty() || isPlain(codings) && http.getHeader("Content-Length") == null) {
      chain.doFilter(request, response);
      return;
    }
    HttpServletResponse answer = (HttpServletResponse) response;
    answer.setHeader("Connection", "close");
    new Problem(400, "A body has one length: Content-Length, or Transfer-Encoding: chunked.")
        .answer(answer);
  }

  private static boolean isPlain(List<String> codings) {
    return codings.size() == 1 && codings.get(0).strip().equalsIgnoreCase("chunked");
  }
}
