package edgeai.common.door;

import edgeai.access.Password;
import edgeai.access.Role;
import edgeai.access.Secret;
import edgeai.common.audit.AuditNote;
import edgeai.common.error.InvalidInput;
import edgeai.common.http.JsonInput;
import edgeai.common.oidc.OidcLogins;
import edgeai.common.oidc.OidcOutcome;
import edgeai.common.oidc.OidcSettings;
import edgeai.common.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
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
  private final OidcDoor oidc;

  @Inject
  public LoginResource(Door door, Logins logins, OidcDoor oidc) {
    this.door = door;
    this.logins = logins;
    this.oidc = oidc;
  }

  /** For the container's proxy. */
  protected LoginResource() {
    this(null, null, null);
  }

  /**
   * @param name of the token or the account, null where there is none
   * @param roles all that they may act in
   * @param expiresAt when it ends to count, null where that is not known before
   * @param proof by what they are known: local, insecure, network, token, account, oidc, self
   */
  public record Identity(String name, List<String> roles, Instant expiresAt, String proof) {}

  @GET
  @Path("whoami")
  public Response whoami(@Context HttpServletRequest request) {
    return unstored(Response.ok(identity(Asker.of(request))));
  }

  private Identity identity(Asker asker) {
    return new Identity(
        door.shownName(asker).orElse(null),
        Stream.of(Role.values()).filter(asker::is).map(Role::word).toList(),
        door.expiry(asker).orElse(null),
        asker.proof().name().toLowerCase(Locale.ROOT));
  }

  /**
   * How one logs in.
   *
   * @param passwords whether somebody has one
   * @param provider by which people log in, null where there is none
   * @param refusal why the last login by it came to nothing, null where it did not
   */
  public record LoginWays(boolean passwords, ProviderWay provider, String refusal) {}

  /**
   * A login by a provider.
   *
   * @param name for people
   * @param path where a browser is led
   * @param available whether the provider answered when it was asked last
   */
  public record ProviderWay(String name, String path, boolean available) {}

  /**
   * @param outcome of the last login by the provider, as the page's address has it
   */
  @GET
  @Path("login")
  public Response ways(@QueryParam("outcome") String outcome) {
    Optional<OidcLogins> provider = oidc.logins();
    return unstored(
        Response.ok(
            new LoginWays(
                !door.access().accounts().isEmpty(),
                provider.map(LoginResource::way).orElse(null),
                provider.flatMap(there -> refusal(outcome, there.settings())).orElse(null))));
  }

  private static ProviderWay way(OidcLogins provider) {
    return new ProviderWay(provider.settings().name(), OidcResource.PATH, provider.isThere());
  }

  private static Optional<String> refusal(String outcome, OidcSettings settings) {
    return Optional.ofNullable(outcome)
        .flatMap(OidcOutcome::of)
        .map(known -> known.sentence(settings));
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
    Optional<URI> farewell =
        SessionCookie.of(request).flatMap(logins::close).flatMap(who -> farewell(request, who));
    Response.ResponseBuilder answer =
        farewell.map(there -> Response.ok(new Farewell(there))).orElseGet(Response::noContent);
    return unstored(answer.header(HttpHeaders.SET_COOKIE, SessionCookie.header(request, "", 0)));
  }

  /**
   * Where a browser goes to be logged out at the provider, too.
   *
   * @param leave an address there
   */
  public record Farewell(URI leave) {}

  private Optional<URI> farewell(HttpServletRequest request, LoggedIn who) {
    URI back = URI.create(PublicAddress.of(request, door.settings().publicUrl()) + "/dashboard/");
    return who instanceof LoggedIn.ByProvider known
        ? oidc.logins().flatMap(provider -> provider.farewell(known.person(), back))
        : Optional.empty();
  }

  private static Response unstored(Response.ResponseBuilder answer) {
    return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
