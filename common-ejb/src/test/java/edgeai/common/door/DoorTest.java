package edgeai.common.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.access.AccessFile;
import edgeai.access.AccessToken;
import edgeai.access.Role;
import edgeai.access.Secret;
import edgeai.common.door.Asker.Proof;
import edgeai.common.fixture.MutableClock;
import edgeai.common.fixture.QuietLog;
import edgeai.common.network.Loopback;
import edgeai.settings.Network;
import edgeai.settings.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(QuietLog.class)
class DoorTest {
  private static final Secret SECRET = Secret.fresh();

  @TempDir private Path folder;
  private final MutableClock clock = new MutableClock();
  private final OwnSecret own = new OwnSecret();
  private AccessFile file;

  @BeforeEach
  void add() {
    file = new AccessFile(folder.resolve("access"));
    file.change(
        list ->
            list.with(
                new AccessToken(
                    "laptop-7",
                    Role.NODE,
                    SECRET.hash(),
                    clock.instant(),
                    Optional.of(clock.instant().plusSeconds(60)))));
  }

  private Door door(String host, boolean insecure, String... trusted) {
    List<Network> networks = List.of(trusted).stream().map(Network::of).toList();
    return new Door(
        new DoorSettings(Program.COORDINATOR, host, folder, file.path(), insecure, networks),
        own,
        clock);
  }

  private static Optional<Proof> proof(Door door, TestRequest request) {
    return door.whoAsks(request.made()).map(Asker::proof);
  }

  @Test
  void whoAsksFromThisMachineNeedsNothing() {
    Door door = door("127.0.0.1", false);

    for (String host :
        List.of("localhost:8000", "127.0.0.1", "127.0.0.9:1", "[::1]:8000", "LocalHost")) {
      Asker asker = door.whoAsks(TestRequest.get().with("Host", host).made()).orElseThrow();
      assertThat(asker.proof()).as(host).isEqualTo(Proof.LOCAL);
      assertThat(asker.is(Role.ADMIN)).isTrue();
    }
    assertThat(proof(door, TestRequest.get().without("Host"))).contains(Proof.LOCAL);
    assertThat(proof(door, TestRequest.get().from("0:0:0:0:0:0:0:1"))).contains(Proof.LOCAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example:8000", "192.168.1.20", "localhost.evil.example", "127.evil.example"})
  void anotherNameForThisMachineIsNotLocal(String host) {
    assertThat(proof(door("127.0.0.1", false), TestRequest.get().with("Host", host)))
        .contains(Proof.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "x-forwarded-host", "Via", "X-Real-IP"})
  void whatCameThroughAProxyIsNotLocal(String header) {
    assertThat(proof(door("127.0.0.1", false), TestRequest.get().with(header, "10.0.0.7")))
        .contains(Proof.NONE);
    assertThat(proof(door("127.0.0.1", false, "127.0.0.0/8"), TestRequest.get().with(header, "x")))
        .contains(Proof.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.168.1.20", "::"})
  void nobodyIsLocalToAServerThatOthersReach(String host) {
    assertThat(proof(door(host, false), TestRequest.get())).contains(Proof.NONE);
  }

  @Test
  void aTokenSaysWhoAsks() {
    Asker asker =
        door("0.0.0.0", false)
            .whoAsks(
                TestRequest.get()
                    .from("10.0.0.7")
                    .with("Authorization", "bearer " + SECRET.text())
                    .made())
            .orElseThrow();

    assertThat(asker.owner()).isEqualTo("token laptop-7");
    assertThat(asker.role()).contains(Role.NODE);
    assertThat(asker.address()).isEqualTo("10.0.0.7");
  }

  @Test
  void aTokenCountsForLessThanThisMachineWhereItIsSent() {
    Door door = door("127.0.0.1", false);

    assertThat(proof(door, TestRequest.get().with("Authorization", "Bearer " + SECRET.text())))
        .contains(Proof.TOKEN);
    assertThat(
            door.whoAsks(
                TestRequest.get().with("Authorization", "Bearer " + Secret.fresh().text()).made()))
        .isEmpty();
    assertThat(door.whoAsks(TestRequest.get().with("Authorization", "Bearer x").made())).isEmpty();
    assertThat(proof(door, TestRequest.get().with("Authorization", "Basic eDp5")))
        .contains(Proof.LOCAL);
  }

  @Test
  void aTokenThatHasExpiredCountsForNothing() {
    Door door = door("0.0.0.0", false);
    TestRequest request = TestRequest.get().with("Authorization", "Bearer " + SECRET.text());
    Asker asker = door.whoAsks(request.made()).orElseThrow();
    assertThat(door.stillAdmits(asker)).isTrue();

    clock.advance(Duration.ofSeconds(60));

    assertThat(door.whoAsks(request.made())).isEmpty();
    assertThat(door.stillAdmits(asker)).isFalse();
  }

  @Test
  void aTokenThatIsRevokedIsOutWithinASecond() {
    Door door = door("0.0.0.0", false);
    TestRequest request = TestRequest.get().with("Authorization", "Bearer " + SECRET.text());
    Asker asker = door.whoAsks(request.made()).orElseThrow();

    file.change(list -> list.withoutToken("laptop-7"));

    await()
        .atMost(Duration.ofSeconds(1))
        .until(() -> door.whoAsks(request.made()).isEmpty() && !door.stillAdmits(asker));

    Secret next = Secret.fresh();
    file.change(
        list ->
            list.with(
                new AccessToken(
                    "laptop-7", Role.NODE, next.hash(), clock.instant(), Optional.empty())));
    await()
        .until(
            () ->
                door.whoAsks(
                        TestRequest.get().with("Authorization", "Bearer " + next.text()).made())
                    .isPresent());
    assertThat(door.stillAdmits(asker)).as("another token of the same name").isFalse();
  }

  @Test
  void aFileThatOthersCanReadLetsNobodyIn() throws Exception {
    Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-rw-r--"));

    assertThat(
            door("0.0.0.0", false)
                .whoAsks(TestRequest.get().with("Authorization", "Bearer " + SECRET.text()).made()))
        .isEmpty();
  }

  @Test
  void theServersOwnSecretIsItself() {
    assertThat(
            proof(
                door("0.0.0.0", false),
                TestRequest.get()
                    .with("Authorization", Bearer.header(own.text()))
                    .from("10.0.0.7")))
        .contains(Proof.SELF);
  }

  @Test
  void anAddressThatIsTrustedIsANodes() {
    Door door = door("0.0.0.0", false, "10.0.0.0/24");

    Asker node = door.whoAsks(TestRequest.get().from("10.0.0.7").made()).orElseThrow();
    assertThat(node.role()).contains(Role.NODE);
    assertThat(node.owner()).isEqualTo("address 10.0.0.7");
    assertThat(proof(door, TestRequest.get().from("10.0.1.7"))).contains(Proof.NONE);
  }

  @Test
  void whatIsInsecureIsOpenToAll() {
    Asker anybody =
        door("0.0.0.0", true).whoAsks(TestRequest.get().from("10.0.0.7").made()).orElseThrow();

    assertThat(anybody.proof()).isEqualTo(Proof.INSECURE);
    assertThat(anybody.is(Role.ADMIN)).isTrue();
  }

  @Test
  void aServerThatOthersReachKnowsSomebodyOrSaysSo() {
    assertThat(hindrance("0.0.0.0", file.path(), false)).isEmpty();
    Path none = folder.resolve("none");
    assertThat(hindrance("0.0.0.0", none, false).orElseThrow())
        .contains("HOST=0.0.0.0", "./edge token create", "EDGE_INSECURE=true", none.toString());
    assertThat(hindrance("0.0.0.0", none, true)).isEmpty();
    assertThat(hindrance("0.0.0.0", none, false, "10.0.0.0/8")).isEmpty();
    assertThat(hindrance("127.0.0.1", none, false)).isEmpty();
  }

  private static Optional<String> hindrance(
      String host, Path file, boolean insecure, String... trusted) {
    List<Network> networks = List.of(trusted).stream().map(Network::of).toList();
    return DoorStart.hindrance(
        new DoorSettings(Program.COORDINATOR, host, file.getParent(), file, insecure, networks),
        Loopback.has(host));
  }
}
