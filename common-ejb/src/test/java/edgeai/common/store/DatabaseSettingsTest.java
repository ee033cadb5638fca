package edgeai.common.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.settings.DatabaseCatalogue;
import edgeai.settings.InvalidSettingException;
import edgeai.settings.SettingReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {
  private static final String URL =
      "jdbc:postgresql://db.example.org:5432/edge?sslmode=verify-full";

  private static SettingReader set(String... namesAndValues) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new SettingReader(values::get);
  }

  @Test
  void withoutAnAddressItIsAFile(@TempDir Path folder) throws Exception {
    DatabaseSettings settings = DatabaseSettings.read(set());

    assertThat(settings.place(folder)).isEqualTo("DATA_DIR=" + folder);
    assertThat(settings.dialect(folder, "ledger").name()).isEqualTo("h2");
  }

  @Test
  void withOneItIsPostgres(@TempDir Path folder) throws Exception {
    DatabaseSettings settings =
        DatabaseSettings.read(set("DB_URL", URL, "DB_USER", "edge", "DB_PASSWORD", "horse"));

    assertThat(settings.place(folder)).isEqualTo("DB_URL=" + URL);
    assertThat(settings.dialect(folder, "ledger").name()).isEqualTo("postgresql");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://edge:horse@db/edge",
        "jdbc:postgresql://db/edge?user=edge&password=horse",
        "jdbc:postgresql://db/edge?sslmode=require&PASSWORD=horse",
        "jdbc:postgresql://db/edge?sslpassword=horse",
        "postgresql://edge:horse@db/edge",
        "horse@"
      })
  void aPasswordInTheAddressIsRefusedAndNotRepeated(String address) {
    assertThatThrownBy(() -> DatabaseSettings.read(set("DB_URL", address, "DB_USER", "edge")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("DB_URL=...")
        .message()
        .doesNotContain("horse");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql:edge",
        "jdbc:postgresql://db/",
        "jdbc:h2:./edge",
        "jdbc:mysql://db/edge",
        "jdbc:postgresql://db/edge?currentSchema=mine"
      })
  void whatIsNoAddressOfOneIsRefused(String address) {
    assertThatThrownBy(() -> DatabaseSettings.read(set("DB_URL", address, "DB_USER", "edge")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("jdbc:postgresql://db.example.org:5432/edge");
  }

  @Test
  void whatBelongsTogetherIsSetTogether(@TempDir Path folder) {
    String file = folder.resolve("password").toString();
    assertThatThrownBy(() -> DatabaseSettings.read(set("DB_URL", URL)))
        .hasMessageStartingWith("DB_USER=");
    assertThatThrownBy(() -> DatabaseSettings.read(set("DB_PASSWORD", "horse")))
        .hasMessageStartingWith("DB_PASSWORD=...")
        .message()
        .doesNotContain("horse");
    assertThatThrownBy(() -> DatabaseSettings.read(set("DB_USER", "edge")))
        .hasMessageStartingWith("DB_USER=");
    assertThatThrownBy(
            () ->
                DatabaseSettings.read(
                    set(
                        "DB_URL",
                        URL,
                        "DB_USER",
                        "edge",
                        "DB_PASSWORD",
                        "horse",
                        "DB_PASSWORD_FILE",
                        file)))
        .hasMessageContaining("leave one out");
    assertThatThrownBy(
            () ->
                DatabaseSettings.read(
                    set("DB_URL", URL, "DB_USER", "edge", "DB_PASSWORD_FILE", file)))
        .hasMessageStartingWith("DB_PASSWORD_FILE=");
  }

  @Test
  void aPasswordStandsInAFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("password"), "horse\n");

    assertThat(DatabaseCatalogue.password(set("DB_PASSWORD_FILE", file.toString())))
        .contains("horse");
  }

  @Test
  void aPasswordIsShownNowhere() {
    assertThat(DatabaseCatalogue.DB_PASSWORD.shown("horse")).isEqualTo("...");
    assertThat(new PostgresAddress(URL, "edge", java.util.Optional.of("horse")).toString())
        .doesNotContain("horse");
  }
}
