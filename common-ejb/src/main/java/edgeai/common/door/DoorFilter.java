package edgeai.common.door;

import edgeai.common.problem.Problem;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Lets requests in, each as what it proves to be: REST, WebSockets, streams and files alike. */
public final class DoorFilter implements Filter {
  static final String CHALLENGE = "Bearer realm=\"edge\"";

  private final Door door;
  private final OpenWays ways;

  public DoorFilter(Door door, OpenWays ways) {
    this.door = door;
    this.ways = ways;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    Way way = door.taken(http);
    Optional<Asker> asker = door.whoAsks(http);
    if (asker.isEmpty() && !way.isOpen()) {
      refuse(
          answer,
          new Problem(
              401, "The token counts for nothing: it was revoked, has expired or is wrong."),
          CHALLENGE + ", error=\"invalid_token\"");
      return;
    }
    Asker known = asker.orElseGet(() -> Asker.nobody(http.getRemoteAddr()));
    known.attachTo(http); // of who is refused, too, for the audit log
    if (way.admits(known)) {
      chain.doFilter(new AskedRequest(http, known, door, ways), response);
    } else if (known.role().isEmpty()) {
      refuse(
          answer,
          new Problem(
              401, "Who asks is not known: send a token (Authorization: Bearer ...) or log in."),
          CHALLENGE);
    } else {
      refuse(
          answer,
          new Problem(
              403,
              "%s may not do this with the role %s."
                  .formatted(known.owner(), known.role().get().word())),
          CHALLENGE + ", error=\"insufficient_scope\"");
    }
  }

  private static void refuse(HttpServletResponse answer, Problem problem, String challenge)
      throws IOException {
    answer.setHeader("WWW-Authenticate", challenge);
    answer.setHeader("Cache-Control", "no-store");
    problem.answer(answer);
  }
}
