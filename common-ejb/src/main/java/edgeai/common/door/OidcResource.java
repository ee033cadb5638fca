package edgeai.common.door;

import edgeai.access.Secret;
import edgeai.common.audit.AuditNote;
import edgeai.common.error.NotFound;
import edgeai.common.error.TooMany;
import edgeai.common.oidc.OidcException;
import edgeai.common.oidc.OidcLogins;
import edgeai.common.oidc.OidcLogins.Arrival;
import edgeai.common.oidc.OidcOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Sends browsers to the provider, {@code GET /login/oidc}, and takes them back. Both end at a page
 * of the dashboard, whatever came of it.
 */
@Tag(name = "Access")
@Path(OidcResource.PATH)
@ApplicationScoped
public class OidcResource {
  static final String PATH = "/login/oidc";

  private static final Logger LOG = Logger.getLogger(OidcResource.class.getName());
  private static final String CALLBACK = PATH + "/callback";
  private static final String HOME = "/dashboard/";
  private static final Pattern PAGE = Pattern.compile("/dashboard/[\\w./-]{0,200}");
  private static final long WAY_SECONDS = 600;

  private final OidcDoor oidc;
  private final Logins logins;
  private final DoorSettings settings;
  private final LoginAttempts attempts;

  @Inject
  public OidcResource(OidcDoor oidc, Logins logins, DoorSettings settings, Clock clock) {
    this.oidc = oidc;
    this.logins = logins;
    this.settings = settings;
    this.attempts = new LoginAttempts(clock);
  }

  /** For the container's proxy. */
  protected OidcResource() {
    this.oidc = null;
    this.logins = null;
    this.settings = null;
    this.attempts = null;
  }

  /**
   * @param page of the dashboard, to be shown in the end
   */
  @GET
  @Operation(
      summary = "Leads a browser to the provider",
      description = "Where `OIDC_ISSUER` is set.")
  @APIResponse(
      responseCode = "303",
      description = "To the provider, or back to the dashboard with the reason.")
  @APIResponse(responseCode = "404", description = "Nobody logs in here by a provider.")
  @APIResponse(
      responseCode = "429",
      description = "20 logins of this address came to nothing within five minutes.")
  public Response begin(
      @Context HttpServletRequest request,
      @Parameter(description = "page of the dashboard to end at") @QueryParam("to") String page) {
    OidcLogins provider = provider();
    limit(request.getRemoteAddr());
    Secret browser = BrowserCookie.of(request).orElseGet(Secret::fresh);
    URI back = URI.create(here(request) + CALLBACK);
    String to = page != null && PAGE.matcher(page).matches() ? page : HOME;
    try {
      return leading(provider.begin(browser, back, to).toString())
          .header(HttpHeaders.SET_COOKIE, BrowserCookie.header(request, browser, WAY_SECONDS))
          .build();
    } catch (OidcException e) {
      return refused(request, e);
    }
  }

  @GET
  @Path("callback")
  @Operation(
      summary = "The provider leads a browser back",
      description = "Sets the cookie of the login.")
  @APIResponse(
      responseCode = "303",
      description = "To the dashboard, with the reason where nobody was let in.")
  @APIResponse(responseCode = "404", description = "Nobody logs in here by a provider.")
  public Response end(
      @Context HttpServletRequest request,
      @Parameter(description = "as the provider was given it") @QueryParam("state") String state,
      @Parameter(description = "of the provider") @QueryParam("code") String code,
      @Parameter(description = "the issuer, as the provider says it") @QueryParam("iss")
          String issuer,
      @Parameter(description = "of the provider") @QueryParam("error") String error) {
    OidcLogins provider = provider();
    OidcLogins.Answer answer =
        new OidcLogins.Answer(
            Optional.ofNullable(state),
            Optional.ofNullable(code),
            Optional.ofNullable(issuer),
            Optional.ofNullable(error));
    try {
      Arrival arrival = provider.finish(answer, BrowserCookie.of(request));
      String address = request.getRemoteAddr();
      attempts.succeed(address, account(address));
      AuditNote.about(
          request, "%s (%s)".formatted(arrival.person().name(), arrival.person().subject()));
      AuditNote.detail(request, "logged in as " + arrival.person().role().word());
      Secret session = logins.open(arrival.person(), address);
      return leading(here(request) + arrival.page())
          .header(
              HttpHeaders.SET_COOKIE,
              SessionCookie.header(request, session.text(), LoginSessions.LIFE.toSeconds()))
          .build();
    } catch (OidcException e) {
      return refused(request, e);
    }
  }

  /** JAX-RS would name the address that a proxy asked for. */
  private String here(HttpServletRequest request) {
    return PublicAddress.of(request, settings.publicUrl());
  }

  private OidcLogins provider() {
    return oidc.logins()
        .orElseThrow(() -> new NotFound("Nobody logs in here by a provider (OIDC_ISSUER)."));
  }

  /** Each begins one that may push out another's; addresses are bounded, not all together. */
  private void limit(String address) {
    attempts
        .begin(address, account(address))
        .ifPresent(
            pause -> {
              throw new TooMany(
                  "There were too many logins that came to nothing; try again later.",
                  (int) pause.toSeconds() + 1);
            });
  }

  private static String account(String address) {
    return "oidc " + address;
  }

  private Response refused(HttpServletRequest request, OidcException why) {
    OidcOutcome outcome = why.outcome();
    if (outcome != OidcOutcome.STALE) {
      AuditNote.about(request, outcome.word());
      AuditNote.detail(request, why.getMessage());
    }
    LOG.log(
        Level.INFO,
        "a login by OIDC from {0} came to nothing ({1}): {2}",
        new Object[] {request.getRemoteAddr(), outcome.word(), why.getMessage()});
    return leading(here(request) + HOME + "?login=" + outcome.word()).build();
  }

  /** The page that leads on may hold a code, which is nobody else's business. */
  private static Response.ResponseBuilder leading(String address) {
    return Response.status(Response.Status.SEE_OTHER)
        .header(HttpHeaders.LOCATION, address)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Referrer-Policy", "no-referrer");
  }
}
