package edgeai.settings;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All settings, in the order in which people look for them. */
public final class Catalogue {
  private static final List<Setting<?>> ALL =
      Stream.of(
              ServerCatalogue.ALL,
              InferenceCatalogue.ALL,
              JobCatalogue.ALL,
              AlertCatalogue.ALL,
              WorkerCatalogue.ALL,
              CameraCatalogue.ALL,
              AdminCatalogue.ALL)
          .<Setting<?>>flatMap(List::stream)
          .toList();

  private Catalogue() {}

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
