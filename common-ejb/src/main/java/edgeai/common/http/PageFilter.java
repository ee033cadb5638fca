package edgeai.common.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves the WAR's static files, which JAX-RS at the root would otherwise hide. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class PageFilter implements Filter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    String path = http.getRequestURI().substring(http.getContextPath().length());
    boolean reading = http.getMethod().equals("GET") || http.getMethod().equals("HEAD");
    if (reading && path.equals("/")) {
      ((HttpServletResponse) response).setHeader("Cache-Control", "no-cache");
      serve(new Page(http, "/index.html"), response);
    } else if (reading && isFile(http, path)) {
      serve(http, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void serve(HttpServletRequest request, ServletResponse response)
      throws IOException, ServletException {
    request.getServletContext().getNamedDispatcher("default").forward(request, response);
  }

  private static boolean isFile(HttpServletRequest http, String path) throws IOException {
    if (path.endsWith("/") || path.contains("..") || path.toUpperCase().contains("-INF/")) {
      return false;
    }
    return http.getServletContext().getResource(path) != null;
  }

  /** The same request for another file. */
  private static final class Page extends HttpServletRequestWrapper {
    private final String path;

    Page(HttpServletRequest request, String path) {
      super(request);
      this.path = path;
    }

    @Override
    public String getServletPath() {
      return path;
    }

    @Override
    public String getPathInfo() {
      return null;
    }
  }
}
