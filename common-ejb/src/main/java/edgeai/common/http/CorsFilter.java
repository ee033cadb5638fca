package edgeai.common.http;

import edgeai.common.settings.SettingReader;
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

/** Answers the browser's cross-origin questions; see {@link CorsPolicy} for who may. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class CorsFilter implements Filter {
  private CorsPolicy policy;

  @Override
  public void init(FilterConfig config) {
    policy = new CorsPolicy(SettingReader.fromConfig().list("CORS_ORIGINS"));
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    String origin = http.getHeader("Origin");
    answer.addHeader("Vary", "Origin");
    if (origin != null && policy.allows(origin, http.getServerName())) {
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
}
