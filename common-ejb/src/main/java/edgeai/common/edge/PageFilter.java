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
import java.util.Set;

/**
 * Answers the browser's cross-origin questions, and refuses what pages of strangers send: all that
 * changes something, asked for or not, and WebSockets. {@link CorsPolicy} says who is no stranger.
 */
final class PageFilter implements Filter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final CorsPolicy policy;

  PageFilter(CorsPolicy policy) {
    this.policy = policy;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    AskingPage page = AskingPage.of(http);
    boolean readable = page.isAllowed(policy, http.getServerName());
    answer.addHeader("Vary", "Origin");
    if (readable) {
      answer.setHeader("Access-Control-Allow-Origin", page.origin());
      answer.setHeader(
          "Access-Control-Expose-Headers", "Content-Disposition, Next-Cursor, Retry-After");
    }
    if (readable || page.mayEmbed(policy, http.getServerName())) {
      answer.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    }
    if (isPreflight(http)) {
      answerPreflight(http, answer);
    } else if (changes(http) && page.isStranger(policy, http.getServerName())) {
      refusal(page).answer(answer);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Browsers open WebSockets to any origin and leave it to the server to refuse. */
  private static boolean changes(HttpServletRequest request) {
    return !READING.contains(request.getMethod())
        || request.getHeader("Sec-WebSocket-Key") != null
        || "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  private static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader("Access-Control-Request-Method") != null;
  }

  private static void answerPreflight(HttpServletRequest http, HttpServletResponse answer) {
    answer.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS");
    String wanted = http.getHeader("Access-Control-Request-Headers");
    answer.setHeader("Access-Control-Allow-Headers", wanted == null ? "Content-Type" : wanted);
    answer.setHeader("Access-Control-Max-Age", "600");
    answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private static Problem refusal(AskingPage page) {
    return new Problem(
        403,
        "Pages from %s may change nothing here, nor listen (CORS_ORIGINS)."
            .formatted(page.shown()));
  }
}
