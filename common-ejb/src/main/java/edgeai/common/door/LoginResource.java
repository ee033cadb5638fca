package edgeai.common.door;

import edgeai.access.Password;
import edgeai.access.Role;
import edgeai.access.Secret;
import edgeai.common.audit.AuditNote;
import edgeai.common.error.InvalidInput;
import edgeai.common.http.JsonInput;
import edgeai.common.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code POST /login} and {@code /logout} of browsers, {@code GET /whoami} of everybody. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class LoginResource {
  private final Door door;
  private final Logins logins;

  @Inject
  public LoginResource(Door door, Logins logins) {
    this.door = door;
    this.logins = logins;
  }

  /** For the container's proxy. */
  protected LoginResource() {
    this(null, null);
  }

  /**
   * @param name of the token or the account, null where there is none
   * @param roles all that they may act in
   * @param expiresAt when it ends to count, null where that is not known before
   * @param proof by what they are known: local, insecure, network, token, account, self
   */
  public record Identity(String name, List<String> roles, Instant expiresAt, String proof) {}

  @GET
  @Path("whoami")
  public Response whoami(@Context HttpServletRequest request) {
    return unstored(Response.ok(identity(Asker.of(request))));
  }

  private Identity identity(Asker asker) {
    return new Identity(
        asker.name().isEmpty() ? null : asker.name(),
        Stream.of(Role.values()).filter(asker::is).map(Role::word).toList(),
        door.expiry(asker).orElse(null),
        asker.proof().name().toLowerCase(Locale.ROOT));
  }

  @POST
  @Path("login")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response login(@Context HttpServletRequest request, InputStream body) {
    JsonInput in = JsonInput.parse(body);
    String user = in.id("user");
    char[] password = in.text("password").toCharArray();
    if (password.length > Password.LONGEST) {
      throw new InvalidInput(
          "password must have at most %d characters.".formatted(Password.LONGEST));
    }
    // what is no account may be a password in the wrong place
    AuditNote.about(request, door.access().account(user).isPresent() ? user : "(no account)");
    Optional<Secret> session = logins.open(user, password, request.getRemoteAddr());
    return session.map(secret -> loggedIn(request, secret)).orElseGet(() -> unstored(wrong()));
  }

  private Response loggedIn(HttpServletRequest request, Secret session) {
    Asker asker = door.ofSession(session, request.getRemoteAddr()).orElseThrow();
    asker.attachTo(request);
    String cookie = SessionCookie.header(request, session.text(), LoginSessions.LIFE.toSeconds());
    return unstored(Response.ok(identity(asker)).header(HttpHeaders.SET_COOKIE, cookie));
  }

  private static Response.ResponseBuilder wrong() {
    Problem problem = new Problem(401, "User or password is wrong.");
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.WWW_AUTHENTICATE, DoorFilter.CHALLENGE)
        .entity(problem.toJson());
  }

  /** Ends the login, and with it what it has open. */
  @POST
  @Path("logout")
  public Response logout(@Context HttpServletRequest request) {
    SessionCookie.of(request).ifPresent(logins::close);
    return unstored(
        Response.noContent().header(HttpHeaders.SET_COOKIE, SessionCookie.header(request, "", 0)));
  }

  private static Response unstored(Response.ResponseBuilder answer) {
    return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
