package edgeai.common.store;

import static edgeai.settings.DatabaseCatalogue.DB_PASSWORD;
import static edgeai.settings.DatabaseCatalogue.DB_PASSWORD_FILE;
import static edgeai.settings.DatabaseCatalogue.DB_URL;
import static edgeai.settings.DatabaseCatalogue.DB_USER;

import edgeai.settings.DatabaseCatalogue;
import edgeai.settings.InvalidSettingException;
import edgeai.settings.SettingReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** In which database a server keeps what it has: in a file, where no other is named. */
public final class DatabaseSettings {
  private final Optional<PostgresAddress> address;

  private DatabaseSettings(Optional<PostgresAddress> address) {
    this.address = address;
  }

  /**
   * What is set.
   *
   * @throws InvalidSettingException where a value does not parse, or one is missing
   */
  public static DatabaseSettings read(SettingReader in) {
    Optional<String> url = in.find(DB_URL);
    if (url.isEmpty()) {
      refuseWithoutUrl(in, DB_USER.name(), in.given(DB_USER).isPresent());
      refuseWithoutUrl(in, DB_PASSWORD.name(), in.given(DB_PASSWORD).isPresent());
      refuseWithoutUrl(in, DB_PASSWORD_FILE.name(), in.given(DB_PASSWORD_FILE).isPresent());
      return new DatabaseSettings(Optional.empty());
    }
    String user =
        in.find(DB_USER)
            .orElseThrow(
                () ->
                    new InvalidSettingException(
                        DB_USER.name(), "", "DB_URL is set, so who it is used as is needed"));
    return new DatabaseSettings(
        Optional.of(new PostgresAddress(url.get(), user, DatabaseCatalogue.password(in))));
  }

  private static void refuseWithoutUrl(SettingReader in, String name, boolean isGiven) {
    if (isGiven) {
      throw new InvalidSettingException(name, "...", "it is of no use without DB_URL");
    }
  }

  /** The setting that says where it is. */
  String place(Path folder) {
    return address.map(there -> "DB_URL=" + there.url()).orElse("DATA_DIR=" + folder);
  }

  Dialect dialect(Path folder, String name) throws IOException {
    return address.isPresent()
        ? new PostgresDialect(address.get(), name)
        : H2Dialect.in(folder, name);
  }
}
