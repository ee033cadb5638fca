package edgeai.common.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import edgeai.access.Role;
import edgeai.access.Secret;
import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.QuietLog;
import edgeai.common.oidc.OidcLogins.Answer;
import java.net.URI;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(QuietLog.class)
class OidcLoginsTest {
  private static final URI BACK = URI.create("http://127.0.0.1:8000/login/oidc/callback");
  private static final RSAKey FOREIGN = ProviderDouble.key("own");

  private final MutableClock clock = new MutableClock();
  private final ProviderDouble provider = new ProviderDouble();
  private final Secret browser = Secret.fresh();
  private OidcLogins logins;

  @BeforeEach
  void open() throws Exception {
    logins =
        new OidcLogins(settings("groups", Optional.of("s3cret")), SSLContext.getDefault(), clock);
  }

  @AfterEach
  void close() {
    provider.close();
  }

  private OidcSettings settings(String claim, Optional<String> secret) {
    return new OidcSettings(
        provider.issuer(),
        ProviderDouble.CLIENT,
        secret,
        "the lab",
        List.of("openid", "profile"),
        claim,
        Map.of("viewer", Role.VIEWER, "operator", Role.OPERATOR));
  }

  private URI begin() throws OidcException {
    return logins.begin(browser, BACK, "/dashboard/");
  }

  private OidcLogins.Arrival finish(Answer answer) throws OidcException {
    return logins.finish(answer, Optional.of(browser));
  }

  private void isRefused(OidcOutcome outcome, Answer answer) {
    assertThatExceptionOfType(OidcException.class)
        .isThrownBy(() -> finish(answer))
        .satisfies(e -> assertThat(e.outcome()).as(e.getMessage()).isEqualTo(outcome));
  }

  @Test
  void whomTheProviderKnowsIsLoggedInInTheirRole() throws OidcException {
    URI there = logins.begin(browser, BACK, "/dashboard/jobs/7");
    assertThat(there.toString())
        .startsWith(provider.issuer() + "/auth?flow=browser&response_type=");
    assertThat(ProviderDouble.query(there))
        .containsEntry("client_id", "edge")
        .containsEntry("redirect_uri", BACK.toString())
        .containsEntry("scope", "openid profile")
        .containsEntry("code_challenge_method", "S256")
        .containsKeys("state", "nonce", "code_challenge");
    OidcLogins.Arrival arrival = finish(provider.send(there));
    assertThat(arrival.page()).isEqualTo("/dashboard/jobs/7");
    assertThat(arrival.person().subject()).isEqualTo("248289761001");
    assertThat(arrival.person().name()).isEqualTo("anna");
    assertThat(arrival.person().role()).isEqualTo(Role.OPERATOR);
    assertThat(logins.isThere()).isTrue();
    assertThat(logins.pending()).isZero();
    URI farewell = logins.farewell(arrival.person(), URI.create("http://x/")).orElseThrow();
    assertThat(ProviderDouble.query(farewell))
        .containsEntry("id_token_hint", arrival.person().idToken().orElseThrow())
        .containsEntry("post_logout_redirect_uri", "http://x/");
  }

  private static Arguments lie(String name, UnaryOperator<JWTClaimsSet.Builder> claims) {
    return Arguments.of(name, (Consumer<ProviderDouble>) provider -> provider.claims = claims);
  }

  private static Arguments signed(String name, Consumer<ProviderDouble> how) {
    return Arguments.of(name, how);
  }

  private static Date at(int seconds) {
    return Date.from(MutableClock.START.plusSeconds(seconds));
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        lie("another nonce", claims -> claims.claim("nonce", "another")),
        lie("no nonce", claims -> claims.claim("nonce", null)),
        lie("another audience", claims -> claims.audience("shop")),
        lie("no audience", claims -> claims.audience((String) null)),
        lie("an audience of several", claims -> claims.audience(List.of("edge", "shop"))),
        lie("made for another", claims -> claims.claim("azp", "shop")),
        lie("another issuer", claims -> claims.issuer("http://127.0.0.1:1")),
        lie("expired", claims -> claims.expirationTime(at(-61))),
        lie("never expires", claims -> claims.expirationTime(null)),
        lie("of the future", claims -> claims.issueTime(at(61))),
        lie("not yet", claims -> claims.notBeforeTime(at(61))),
        lie("no subject", claims -> claims.subject(null)),
        lie("a subject of two lines", claims -> claims.subject("anna\nroot")),
        signed("not signed", provider -> provider.algorithm = "none"),
        signed("by the public key as a password", provider -> provider.algorithm = "HS256"),
        signed("by a foreign key", provider -> provider.signing = FOREIGN),
        signed(
            "by a key nobody knows", provider -> provider.signing = ProviderDouble.key("other")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void aTokenThatProvesNothingLogsNobodyIn(String name, Consumer<ProviderDouble> lie)
      throws OidcException {
    lie.accept(provider);
    isRefused(OidcOutcome.UNTRUE, provider.send(begin()));
  }

  @Test
  void clocksMayDifferByAMinute() throws OidcException {
    provider.claims = claims -> claims.expirationTime(at(-59)).issueTime(at(59));
    assertThat(finish(provider.send(begin())).person().name()).isEqualTo("anna");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS512", "PS256"})
  void otherSignaturesOfTheSameKeyAreGood(String algorithm) throws OidcException {
    provider.algorithm = algorithm;
    assertThat(finish(provider.send(begin())).person().name()).isEqualTo("anna");
  }

  @Test
  void aLoginIsGoodOnceAndForTheBrowserThatBeganIt() throws OidcException {
    Answer answer = provider.send(begin());
    assertThatExceptionOfType(OidcException.class)
        .isThrownBy(() -> logins.finish(answer, Optional.of(Secret.fresh())))
        .satisfies(e -> assertThat(e.outcome()).isEqualTo(OidcOutcome.STALE));
    assertThatExceptionOfType(OidcException.class)
        .isThrownBy(() -> logins.finish(answer, Optional.empty()));
    assertThat(finish(answer).person().name()).isEqualTo("anna");
    isRefused(OidcOutcome.STALE, answer);
    isRefused(OidcOutcome.STALE, Answers.with("edge_guessed", "a-code"));
  }

  @Test
  void aLoginThatTakesTooLongIsNone() throws OidcException {
    Answer answer = provider.send(begin());
    clock.advance(PendingLogins.LIFE);
    isRefused(OidcOutcome.STALE, answer);
  }

  @Test
  void theEldestOfManyLoginsGoes() throws OidcException {
    Answer first = provider.send(begin());
    for (int i = 0; i < PendingLogins.MOST; i++) {
      begin();
    }
    assertThat(logins.pending()).isEqualTo(PendingLogins.MOST);
    isRefused(OidcOutcome.STALE, first);
  }

  @Test
  void whoLedBackMustBeWhoWasAsked() throws OidcException {
    isRefused(OidcOutcome.UNTRUE, Answers.from(provider.send(begin()), "https://evil.example"));
    Answer own = Answers.from(provider.send(begin()), provider.issuer().toString());
    assertThat(finish(own).person().name()).isEqualTo("anna");
  }

  @Test
  void aProviderThatSaysThatItNamesItselfMust() throws OidcException {
    provider.metadata = all -> all.add("authorization_response_iss_parameter_supported", true);
    isRefused(OidcOutcome.UNTRUE, provider.send(begin()));
  }

  @Test
  void aRefusalOfTheProviderIsOne() throws OidcException {
    isRefused(OidcOutcome.DENIED, Answers.refused(provider.send(begin()), "access_denied"));
  }

  @Test
  void aCodeThatAnotherBeganIsRefusedByTheProvider() throws OidcException {
    Answer answer = provider.send(begin());
    provider.send(begin());
    isRefused(OidcOutcome.UNTRUE, answer);
  }

  @Test
  void whoHasNoRoleIsToldWhichClaimWasLookedAt() throws OidcException {
    provider.claims = claims -> claims.claim("groups", List.of("all", "Operator"));
    isRefused(OidcOutcome.NO_ROLE, provider.send(begin()));
    assertThat(OidcOutcome.NO_ROLE.sentence(logins.settings())).contains("the lab", "groups");
  }

  @Test
  void aClaimThatIsNotInTheTokenIsAskedFor() throws OidcException {
    provider.claims = claims -> claims.claim("groups", null);
    provider.userinfo.put("groups", List.of("viewer"));
    assertThat(finish(provider.send(begin())).person().role()).isEqualTo(Role.VIEWER);
    provider.userinfo.put("sub", "somebody else");
    isRefused(OidcOutcome.UNTRUE, provider.send(begin()));
  }

  @Test
  void aProviderThatIsAwayIsAskedAgain() throws OidcException {
    provider.away = true;
    logins.look();
    assertThat(logins.isThere()).isFalse();
    assertThatExceptionOfType(OidcException.class)
        .isThrownBy(this::begin)
        .satisfies(e -> assertThat(e.outcome()).isEqualTo(OidcOutcome.AWAY));
    provider.away = false;
    logins.look();
    assertThat(logins.isThere()).isTrue();
    URI there = begin();
    provider.away = true;
    isRefused(OidcOutcome.AWAY, provider.send(there));
  }

  @Test
  void newKeysCountOnceATokenNamesThem() throws OidcException {
    finish(provider.send(begin()));
    provider.signing = ProviderDouble.key("next");
    provider.published = new JWKSet(provider.signing.toPublicJWK());
    assertThat(finish(provider.send(begin())).person().name()).isEqualTo("anna");
  }

  @Test
  void aProviderOfAnotherNameIsNone() {
    provider.metadata = all -> all.add("issuer", "https://evil.example");
    logins.look();
    assertThat(logins.isThere()).isFalse();
  }

  @Test
  void whatIsNotSafeIsNotCalled() {
    provider.metadata = all -> all.add("token_endpoint", "http://192.168.1.20/token");
    logins.look();
    assertThat(logins.isThere()).isFalse();
  }

  @Test
  void aPublicClientSendsNoSecret() throws Exception {
    logins = new OidcLogins(settings("groups", Optional.empty()), SSLContext.getDefault(), clock);
    finish(provider.send(begin()));
    assertThat(provider.requests())
        .anyMatch(
            request -> request.startsWith("POST /token") && request.contains("client_id=edge"))
        .noneMatch(request -> request.contains("s3cret"));
  }
}
