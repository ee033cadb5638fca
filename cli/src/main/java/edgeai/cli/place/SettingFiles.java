package edgeai.cli.place;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Misuse;
import edgeai.settings.Configuration;
import edgeai.settings.Given;
import edgeai.settings.InvalidSettingException;
import edgeai.settings.Origin;
import edgeai.settings.SettingSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command is set to by files, too, beside its environment.
 *
 * @param environment with what files say where the environment says nothing
 * @param configuration tells of each value where it comes from
 * @param words what was typed, without the option that names a file
 */
public record SettingFiles(
    Environment environment, Configuration configuration, List<String> words) {
  private static final String CONFIG = "--config";
  private static final String DATA = "--data";
  private static final String DATA_DIR = "DATA_DIR";

  /**
   * Reads the file that {@code --config} names and those that lie where they are looked for.
   *
   * @throws CommandRefusal where one cannot be used
   */
  public static SettingFiles read(Environment environment, Checkout checkout, List<String> typed) {
    List<String> words = new ArrayList<>(typed);
    Optional<Path> config = taken(words).map(environment::path);
    try {
      Configuration configuration =
          Configuration.ofCommand(
              source(environment, typed),
              config,
              new Configuration.Places(
                  environment.here(), checkout.besideCommand(), checkout.own().resolve("data")));
      return new SettingFiles(
          with(environment, configuration.values()), configuration, List.copyOf(words));
    } catch (InvalidSettingException e) {
      throw new CommandRefusal(e.getMessage(), e);
    }
  }

  /** What a command is set to that reads no file. */
  public static SettingFiles none(Environment environment, List<String> typed) {
    return new SettingFiles(
        environment, Configuration.ofEnvironment(source(environment, List.of())), typed);
  }

  /** The value of the last such option, which is taken out of the words with all before it. */
  private static Optional<String> taken(List<String> words) {
    Optional<String> value = Optional.empty();
    for (Iterator<String> word = words.iterator(); word.hasNext(); ) {
      if (word.next().equals(CONFIG)) {
        word.remove();
        if (!word.hasNext()) {
          throw new Misuse("--config takes a file");
        }
        value = Optional.of(word.next());
        word.remove();
      }
    }
    return value;
  }

  private static SettingSource source(Environment environment, List<String> typed) {
    SettingSource variables = SettingSource.environment(name -> environment.get(name).orElse(null));
    int data = typed.lastIndexOf(DATA);
    if (data < 0 || data + 1 == typed.size() || typed.get(data + 1).isBlank()) {
      return variables;
    }
    Given given = new Given(environment.path(typed.get(data + 1)).toString(), Origin.option(DATA));
    SettingSource option = name -> name.equals(DATA_DIR) ? Optional.of(given) : Optional.empty();
    return option.orElse(variables);
  }

  private static Environment with(Environment environment, Map<String, String> values) {
    Map<String, String> variables = new HashMap<>(environment.variables());
    variables.putAll(values);
    return Environment.of(variables, environment.here());
  }
}
