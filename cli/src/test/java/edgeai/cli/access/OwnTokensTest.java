package edgeai.cli.access;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.access.AccessFile;
import edgeai.access.AccessToken;
import edgeai.access.Role;
import edgeai.access.SentToken;
import edgeai.cli.place.Checkout;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTokensTest {
  @TempDir private Path root;

  @Test
  void serversAndCommandAreKnownByTheSameTokensInAllData() {
    OwnTokens tokens = new OwnTokens(new Checkout(root), Clock.systemUTC());
    assertThat(tokens.ofCommand()).isEmpty();

    for (String data : new String[] {"one", "one", "other"}) {
      AccessFile access = new AccessFile(root.resolve(data).resolve("access"));
      tokens.enrol(access);
      assertThat(access.read().find(tokens.ofCommand().orElseThrow(), Clock.systemUTC().instant()))
          .map(AccessToken::role)
          .contains(Role.OPERATOR);
      assertThat(
              access.read().find(SentToken.read(tokens.ofServers()), Clock.systemUTC().instant()))
          .map(AccessToken::role)
          .contains(Role.NODE);
    }
  }
}
