package edgeai.common.edge;

import edgeai.common.http.DashboardServlet;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Leads from {@code /} to the dashboard, where there is one. A servlet mapped to the root would
 * also get what only normalises to it, such as {@code /heartbeat/%2E%2E}, a worker called "..".
 */
final class RootFilter implements Filter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    boolean reading = http.getMethod().equals("GET") || http.getMethod().equals("HEAD");
    if (reading
        && http.getRequestURI().equals(http.getContextPath() + "/")
        && DashboardServlet.isIn(http.getServletContext())) {
      DashboardServlet.leadHome(http, (HttpServletResponse) response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
