package edgeai.systemtests.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import edgeai.settings.Catalogue;
import edgeai.settings.Program;
import edgeai.settings.Setting;
import edgeai.settings.SettingReader;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Settings as a file for somebody else's program says them. */
final class WrittenSettings {
  /** What is no setting of ours: where the command keeps what is not a server's. */
  private static final Set<String> OF_THE_COMMAND = Set.of("HOME", "XDG_DATA_HOME");

  private WrittenSettings() {}

  /** Holds each against what the program knows and takes. */
  static void requireUsable(Program program, Map<String, String> written) {
    SettingReader reader = new SettingReader(written::get);
    written.keySet().stream()
        .filter(name -> !OF_THE_COMMAND.contains(name))
        .forEach(
            name -> {
              List<Setting<?>> known =
                  Catalogue.of(program).stream().filter(one -> one.name().equals(name)).toList();
              assertThat(known).as("%s of a %s", name, program.word()).hasSize(1);
              assertThatCode(() -> reader.given(known.getFirst())).doesNotThrowAnyException();
            });
  }
}
