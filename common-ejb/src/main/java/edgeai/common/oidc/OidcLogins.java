package edgeai.common.oidc;

import edgeai.access.Role;
import edgeai.access.Secret;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Logs people in by the provider: the authorization code flow of OpenID Connect Core 1.0 (3.1) with
 * PKCE (RFC 7636), whose way back only the browser can go that began it.
 */
public final class OidcLogins {
  private static final int LONGEST_KEPT = 8_192;

  private final Provider provider;
  private final PendingLogins pending;
  private final Clock clock;

  /**
   * @param known by which the provider's certificate is known
   */
  public OidcLogins(OidcSettings settings, SSLContext known, Clock clock) {
    this.provider = new Provider(settings, new ProviderClient(known), clock);
    this.pending = new PendingLogins(clock);
    this.clock = clock;
  }

  /** Somebody who was logged in, and the page that they wanted to see. */
  public record Arrival(Person person, String page) {}

  /**
   * What the provider leads back with.
   *
   * @param code empty where it logged nobody in
   * @param issuer who says it is the provider, where it says so
   * @param error why it logged nobody in
   */
  public record Answer(
      Optional<String> state,
      Optional<String> code,
      Optional<String> issuer,
      Optional<String> error) {}

  public OidcSettings settings() {
    return provider.settings();
  }

  /** Whether the provider answered when it was asked last. */
  public boolean isThere() {
    return provider.isThere();
  }

  /** Asks the provider who it is, where that is not known of late. */
  public void look() {
    provider.look();
  }

  /** Logins that are on their way. */
  public int pending() {
    return pending.size();
  }

  /**
   * Begins a login and gives where the browser is sent.
   *
   * @param browser what that browser alone has
   * @param back where the provider is to lead it
   * @param page that is shown in the end
   */
  public URI begin(Secret browser, URI back, String page) throws OidcException {
    ProviderMetadata there = provider.metadata();
    OidcSettings settings = provider.settings();
    Secret state = Secret.fresh();
    Secret nonce = Secret.fresh();
    Secret verifier = Secret.fresh();
    pending.add(
        state,
        new PendingLogin(
            browser.hash(),
            nonce.text(),
            verifier.text(),
            back,
            page,
            clock.instant().plus(PendingLogins.LIFE)));
    FormBody query =
        new FormBody()
            .with("response_type", "code")
            .with("client_id", settings.clientId())
            .with("redirect_uri", back.toString())
            .with("scope", String.join(" ", settings.scopes()))
            .with("state", state.text())
            .with("nonce", nonce.text())
            .with("code_challenge", verifier.challenge())
            .with("code_challenge_method", "S256");
    return query.after(there.authorization());
  }

  /**
   * Ends a login, however: it was good once.
   *
   * @param browser what the browser that comes back has
   */
  public Arrival finish(Answer answer, Optional<Secret> browser) throws OidcException {
    PendingLogin login =
        browser
            .flatMap(own -> answer.state().flatMap(state -> pending.take(state, own)))
            .orElseThrow(
                () -> new OidcException(OidcOutcome.STALE, "nobody here waits for that answer"));
    requireIssuer(answer);
    String code =
        answer
            .code()
            .orElseThrow(
                () ->
                    new OidcException(
                        OidcOutcome.DENIED,
                        IdClaims.shown(answer.error().orElse("without a word"))));
    return new Arrival(person(login, exchange(login, code)), login.page());
  }

  /** Another provider must not have its answers taken for those of this one. */
  private void requireIssuer(Answer answer) throws OidcException {
    String own = provider.settings().issuer().toString();
    boolean mustSay = provider.metadata().namesIssuer();
    if (answer.issuer().isEmpty() ? mustSay : !answer.issuer().get().equals(own)) {
      throw new OidcException(OidcOutcome.UNTRUE, "somebody else led back");
    }
  }

  private JsonObject exchange(PendingLogin login, String code) throws OidcException {
    OidcSettings settings = provider.settings();
    FormBody form =
        new FormBody()
            .with("grant_type", "authorization_code")
            .with("code", code)
            .with("redirect_uri", login.back().toString())
            .with("code_verifier", login.verifier())
            .from(settings, !provider.metadata().takesBasic());
    try {
      FormAnswer answer = provider.client().post(provider.metadata().token(), form);
      if (!answer.taken()) {
        throw new OidcException(
            OidcOutcome.UNTRUE,
            "it refused the code: "
                + IdClaims.shown(text(answer.body(), "error").orElse("no word")));
      }
      return answer.body();
    } catch (IOException e) {
      throw new OidcException(OidcOutcome.AWAY, e.getMessage(), e);
    }
  }

  private Person person(PendingLogin login, JsonObject tokens) throws OidcException {
    String idToken =
        text(tokens, "id_token")
            .orElseThrow(() -> new OidcException(OidcOutcome.UNTRUE, "it sent no ID token"));
    JsonObject proven = provider.tokens().claims(idToken, login.nonce());
    String subject =
        IdClaims.subject(proven)
            .orElseThrow(() -> new OidcException(OidcOutcome.UNTRUE, "its subject is no subject"));
    String claim = provider.settings().rolesClaim();
    JsonObject told =
        IdClaims.values(proven, claim).isPresent() ? proven : more(proven, subject, tokens);
    return new Person(
        subject,
        IdClaims.name(told),
        role(told, subject),
        Optional.of(idToken).filter(token -> token.length() <= LONGEST_KEPT));
  }

  /** Many providers tell more of somebody where one asks than in an ID token. */
  private JsonObject more(JsonObject proven, String subject, JsonObject tokens)
      throws OidcException {
    Optional<URI> there = provider.metadata().userinfo();
    Optional<String> access = text(tokens, "access_token");
    if (there.isEmpty() || access.isEmpty()) {
      return proven;
    }
    try {
      JsonObject told = provider.client().object(there.get(), access.get());
      if (!IdClaims.subject(told).equals(Optional.of(subject))) {
        throw new OidcException(OidcOutcome.UNTRUE, "it told of somebody else");
      }
      return told;
    } catch (IOException e) {
      throw new OidcException(OidcOutcome.AWAY, e.getMessage(), e);
    }
  }

  private Role role(JsonObject told, String subject) throws OidcException {
    OidcSettings settings = provider.settings();
    Optional<List<String>> values = IdClaims.values(told, settings.rolesClaim());
    return values
        .flatMap(some -> IdClaims.role(some, settings.roles()))
        .orElseThrow(
            () ->
                new OidcException(
                    OidcOutcome.NO_ROLE,
                    "%s (%s): the claim %s is %s"
                        .formatted(
                            IdClaims.name(told),
                            subject,
                            settings.rolesClaim(),
                            values
                                .map(some -> IdClaims.shown(some.toString()))
                                .orElse("missing"))));
  }

  /**
   * Where a browser is sent to be logged out there, too, where that can be.
   *
   * @param back where the provider leads it then
   */
  public Optional<URI> farewell(Person person, URI back) {
    return provider
        .said()
        .flatMap(ProviderMetadata::endSession)
        .map(
            there -> {
              FormBody query =
                  new FormBody()
                      .with("client_id", provider.settings().clientId())
                      .with("post_logout_redirect_uri", back.toString());
              person.idToken().ifPresent(token -> query.with("id_token_hint", token));
              return query.after(there);
            });
  }

  private static Optional<String> text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString text
        ? Optional.of(text.getString())
        : Optional.empty();
  }
}
