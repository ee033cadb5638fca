package edgeai.settings;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All settings, in the order in which people look for them. */
public final class Catalogue {
  private static final List<Section> SECTIONS =
      List.of(
          new Section("servers", ServerCatalogue.ALL),
          new Section("logs", LogCatalogue.ALL),
          new Section("access", AccessCatalogue.ALL),
          new Section("database", DatabaseCatalogue.ALL),
          new Section("oidc", OidcCatalogue.ALL),
          new Section("inference", InferenceCatalogue.ALL),
          new Section("jobs", JobCatalogue.ALL),
          new Section("alerts", AlertCatalogue.ALL),
          new Section("workers", WorkerCatalogue.ALL),
          new Section("cameras", CameraCatalogue.ALL),
          new Section("admin", AdminCatalogue.ALL));

  private static final List<Setting<?>> ALL =
      SECTIONS.stream().<Setting<?>>flatMap(section -> section.settings().stream()).toList();

  /**
   * Settings that belong together.
   *
   * @param subject in one word
   */
  public record Section(String subject, List<Setting<?>> settings) {}

  private Catalogue() {}

  public static List<Section> sections() {
    return SECTIONS;
  }

  public static List<Setting<?>> all() {
    return ALL;
  }

  /** Those that one program reads. */
  public static List<Setting<?>> of(Program program) {
    return ALL.stream().filter(setting -> setting.programs().contains(program)).toList();
  }

  /** Those that a name stands for, none where nobody knows it. */
  public static List<Setting<?>> named(String name) {
    return ALL.stream().filter(setting -> setting.name().equals(name)).toList();
  }

  /** Every name once, in alphabetical order. */
  public static Set<String> names() {
    return ALL.stream().map(Setting::name).collect(Collectors.toCollection(TreeSet::new));
  }
}
