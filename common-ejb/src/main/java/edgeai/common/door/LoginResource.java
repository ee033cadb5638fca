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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /login} and {@code /logout} of browsers, {@code GET /whoami} of everybody. */
@Tag(name = "Access")
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
  @Operation(summary = "What this request proves")
  @APIResponse(
      responseCode = "200",
      description = "Who asks.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Identity.class)))
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
  @Operation(summary = "How one logs in")
  @APIResponse(
      responseCode = "200",
      description = "The ways.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = LoginWays.class)))
  public Response ways(
      @Parameter(description = "of the last login by the provider, as the page's address has it")
          @QueryParam("outcome")
          String outcome) {
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
  @Operation(
      summary = "Logs in",
      description = "Sets a cookie that counts for pages of this server for twelve hours.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      properties = {
                        @SchemaProperty(
                            name = "user",
                            type = SchemaType.STRING,
                            description = "name of the account"),
                        @SchemaProperty(
                            name = "password",
                            type = SchemaType.STRING,
                            format = "password",
                            description = "at most 256 characters")
                      },
                      requiredProperties = {"user", "password"}),
              examples =
                  @ExampleObject(
                      name = "usual",
                      value = "{\"user\":\"anna\",\"password\":\"correct horse\"}")))
  @APIResponse(
      responseCode = "200",
      description = "Who is logged in.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Identity.class)),
      headers = {
        @Header(
            name = "Set-Cookie",
            description = "the login",
            schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(responseCode = "401", description = "User or password is wrong.")
  @APIResponse(
      responseCode = "429",
      description =
          "20 wrong ones came of this address, or 50 of this account, within five " + "minutes.")
  @APIResponse(responseCode = "503", description = "Two passwords are being looked at.")
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
  @Operation(summary = "Logs out", description = "What the login has open ends with it.")
  @APIResponse(
      responseCode = "200",
      description = "Logged out here; the provider wants to be told, too.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Farewell.class)))
  @APIResponse(responseCode = "204", description = "Logged out.")
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
