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
import java.util.Optional;

/**
 * Refuses requests that were meant for another name than this server's, see {@link HostPolicy}.
 * Browsers always say a name; old clients that say none are no page.
 */
final class HostFilter implements Filter {
  private final HostPolicy policy;

  HostFilter(HostPolicy policy) {
    this.policy = policy;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Problem> refusal = refusal((HttpServletRequest) request);
    if (refusal.isPresent()) {
      refusal.get().answer((HttpServletResponse) response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private Optional<Problem> refusal(HttpServletRequest request) {
    List<String> hosts = Collections.list(request.getHeaders("Host"));
    if (hosts.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> named = hosts.size() == 1 ? HostPolicy.named(hosts.get(0)) : Optional.empty();
    if (named.isEmpty()) {
      return Optional.of(new Problem(400, "The header Host must have one name or address."));
    }
    // the name in a request line of the absolute form counts more than the header
    Optional<String> meant = HostPolicy.named(request.getServerName());
    return named.filter(policy::allows).isPresent() && meant.filter(policy::allows).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Problem(
                421, "This server is not known as %s (ALLOWED_HOSTS).".formatted(named.get())));
  }
}
