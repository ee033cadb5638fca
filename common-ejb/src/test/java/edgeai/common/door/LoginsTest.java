package edgeai.common.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import edgeai.access.AccessFile;
import edgeai.access.Account;
import edgeai.access.Password;
import edgeai.access.Role;
import edgeai.access.Secret;
import edgeai.common.door.Asker.Proof;
import edgeai.common.error.TooMany;
import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.QuietLog;
import edgeai.settings.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(QuietLog.class)
class LoginsTest {
  /** Of "correct horse", by few rounds: how slow it is to guess is not what is looked at here. */
  private static final Password PASSWORD =
      new Password(
          "pbkdf2-sha256$1000$c2FsdCBvZiBhIHRlc3Q=$QGa1SAAFHn+N6qe65ZfoqLV+C7rll//1H8mGv103Xno=");

  private static final String COOKIE = "edge_8000";
  private static final String ADDRESS = "10.0.0.7";

  @TempDir private Path folder;
  private final MutableClock clock = new MutableClock();
  private AccessFile file;
  private Door door;
  private LoginAttempts attempts;
  private Logins logins;

  @BeforeEach
  void add() {
    file = new AccessFile(folder.resolve("access"));
    file.change(list -> list.with(new Account("anna", Role.OPERATOR, PASSWORD, clock.instant())));
    door =
        new Door(
            new DoorSettings(Program.COORDINATOR, "0.0.0.0", folder, file.path(), false, List.of()),
            new OwnSecret(),
            clock);
    attempts = new LoginAttempts(clock);
    logins = new Logins(door, attempts);
  }

  private Optional<Secret> log(String user, String password) {
    return logins.open(user, password.toCharArray(), ADDRESS);
  }

  private Asker asker(TestRequest request) {
    return door.whoAsks(request.made()).orElseThrow();
  }

  private static TestRequest with(Secret session) {
    return TestRequest.get().sending(COOKIE, session.text());
  }

  @Test
  void whoHasThePasswordIsKnownByTheCookie() {
    Secret session = log("anna", "correct horse").orElseThrow();

    Asker anna = asker(with(session));
    assertThat(anna.proof()).isEqualTo(Proof.ACCOUNT);
    assertThat(anna.owner()).isEqualTo("user anna");
    assertThat(anna.role()).contains(Role.OPERATOR);
    assertThat(door.expiry(anna)).contains(clock.instant().plus(LoginSessions.LIFE));
    assertThat(asker(TestRequest.get().sending("edge_8001", session.text())).proof())
        .as("another server's")
        .isEqualTo(Proof.NONE);
  }

  @Test
  void aWrongPasswordOrNameIsNobody() {
    assertThat(log("anna", "wrong")).isEmpty();
    assertThat(log("berta", "correct horse")).isEmpty();
    assertThat(log("anna", "")).isEmpty();
  }

  @Test
  void aLogOutEndsWhatIsOpen() {
    Secret session = log("anna", "correct horse").orElseThrow();
    Asker anna = asker(with(session));
    assertThat(door.stillAdmits(anna)).isTrue();

    logins.close(session);

    assertThat(door.stillAdmits(anna)).isFalse();
    assertThat(asker(with(session)).proof()).isEqualTo(Proof.NONE);
  }

  @Test
  void aLoginEndsByItself() {
    Secret session = log("anna", "correct horse").orElseThrow();
    clock.advance(LoginSessions.LIFE);

    assertThat(asker(with(session)).proof()).isEqualTo(Proof.NONE);
  }

  @Test
  void anAccountThatChangesIsLoggedOut() {
    Secret session = log("anna", "correct horse").orElseThrow();
    Asker anna = asker(with(session));

    file.change(
        list ->
            list.withoutAccount("anna")
                .with(new Account("anna", Role.VIEWER, PASSWORD, clock.instant())));

    await().atMost(Duration.ofSeconds(1)).until(() -> !door.stillAdmits(anna));
    assertThat(asker(with(session)).proof()).isEqualTo(Proof.NONE);
  }

  /** A browser sends the cookie whatever page asks. */
  @ParameterizedTest
  @CsvSource({
    "http://localhost:8000, same-origin, ACCOUNT",
    ", none, ACCOUNT",
    ", , ACCOUNT",
    "https://localhost:8000, , ACCOUNT",
    "http://localhost:4200, same-site, NONE",
    "http://localhost:4200, , NONE",
    "http://evil.example, cross-site, NONE",
    ", same-site, NONE",
    ", cross-site, NONE",
    "null, , NONE"
  })
  void aCookieCountsForPagesOfThisServerAlone(String origin, String site, Proof proof) {
    TestRequest request = with(log("anna", "correct horse").orElseThrow());
    if (origin != null) {
      request.with("Origin", origin);
    }
    if (site != null) {
      request.with("Sec-Fetch-Site", site);
    }
    assertThat(asker(request).proof()).isEqualTo(proof);
  }

  @Test
  void guessesAreBounded() {
    for (int i = 0; i < LoginAttempts.OF_ADDRESS; i++) {
      assertThat(attempts.begin(ADDRESS, "user " + i)).isEmpty();
    }
    assertThat(attempts.begin(ADDRESS, "anna")).contains(Duration.ofMinutes(5));
    assertThat(attempts.begin("10.0.0.8", "anna")).isEmpty();
    clock.advance(Duration.ofMinutes(5));
    assertThat(attempts.begin(ADDRESS, "anna")).isEmpty();
  }

  @Test
  void guessesOfOneAccountAreBoundedFromManyAddresses() {
    for (int i = 0; i < LoginAttempts.OF_ACCOUNT; i++) {
      assertThat(attempts.begin("10.0.1." + i, "anna")).isEmpty();
    }
    assertThat(attempts.begin(ADDRESS, "anna")).isPresent();
    assertThat(attempts.begin(ADDRESS, "berta")).isEmpty();
  }

  @Test
  void whoGuessedTooOftenIsTurnedAwayWhateverTheySend() {
    for (int i = 0; i < LoginAttempts.OF_ADDRESS - 1; i++) {
      attempts.begin(ADDRESS, "user " + i);
    }
    assertThat(log("anna", "wrong")).isEmpty();
    assertThatExceptionOfType(TooMany.class).isThrownBy(() -> log("anna", "correct horse"));
    clock.advance(Duration.ofMinutes(6));
    assertThat(log("anna", "correct horse")).isPresent();
  }

  @Test
  void theEldestLoginGoesWhereThereAreTooMany() {
    LoginSessions sessions = new LoginSessions(clock);
    Account account = new Account("anna", Role.VIEWER, PASSWORD, clock.instant());
    file.change(list -> list.withoutAccount("anna").with(account));
    LoggedIn who = new LoggedIn.ByAccount(account);
    String first = sessions.open(who).hash();
    for (int i = 0; i < 19; i++) {
      sessions.open(who);
    }
    assertThat(sessions.find(first, file.read())).isPresent();
    sessions.open(who);
    assertThat(sessions.find(first, file.read())).isEmpty();
  }
}
