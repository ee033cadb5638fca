package edgeai.cli.command;

import edgeai.cli.place.Environment;
import edgeai.settings.Setting;

/** What counts where nothing is typed: what the catalogue of settings says. */
final class Usual {
  private Usual() {}

  /** The default, whatever is set. */
  static String of(Setting<?> setting) {
    return setting.fallback().value().map(String::valueOf).orElseThrow();
  }

  /** What is set, else the default. */
  static String of(Setting<?> setting, Environment environment) {
    return environment.get(setting.name()).orElseGet(() -> of(setting));
  }
}
