package edgeai.common.http;

import edgeai.common.problem.Problem;
import edgeai.common.settings.ServerSource;
import edgeai.settings.ServerCatalogue;
import edgeai.settings.StartRefusal;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Answers the browser's cross-origin questions, and refuses WebSockets from pages of strangers; see
 * {@link CorsPolicy} for who may.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class CorsFilter implements Filter {
  private CorsPolicy policy;

  @Override
  public void init(FilterConfig config) {
    policy =
        new CorsPolicy(
            StartRefusal.unless(ServerSource::reader)
                .find(ServerCatalogue.CORS_ORIGINS)
                .orElse(List.of()));
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    String origin = http.getHeader("Origin");
    answer.addHeader("Vary", "Origin");
    boolean allowed = origin != null && policy.allows(origin, http.getServerName());
    if (origin != null && !allowed && isWebSocket(http)) {
      refuse(answer, origin);
      return;
    }
    if (allowed) {
      answer.setHeader("Access-Control-Allow-Origin", origin);
      answer.setHeader(
          "Access-Control-Expose-Headers", "Content-Disposition, Next-Cursor, Retry-After");
    }
    if (http.getMethod().equals("OPTIONS")
        && http.getHeader("Access-Control-Request-Method") != null) {
      answer.setHeader("Access-Control-Allow-Methods", "GET, POST, DELETE, OPTIONS");
      String wanted = http.getHeader("Access-Control-Request-Headers");
      answer.setHeader("Access-Control-Allow-Headers", wanted == null ? "Content-Type" : wanted);
      answer.setHeader("Access-Control-Max-Age", "600");
      answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    chain.doFilter(request, response);
  }

  /** Browsers open WebSockets to any origin and leave it to the server to refuse. */
  private static boolean isWebSocket(HttpServletRequest request) {
    return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  private static void refuse(HttpServletResponse answer, String origin) throws IOException {
    Problem problem =
        new Problem(403, "Pages from %s may not connect (CORS_ORIGINS).".formatted(origin));
    answer.setStatus(problem.status());
    answer.setContentType(Problem.MEDIA_TYPE);
    answer.getOutputStream().write(problem.toJson().getBytes(StandardCharsets.UTF_8));
  }
}
