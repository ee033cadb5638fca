package edgeai.systemtests.fuzz;

import edgeai.common.door.Way;
import edgeai.common.door.Ways;
import edgeai.settings.Program;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Draws a case of one kind. */
@FunctionalInterface
interface Drawing {
  Case of(Dice dice, Site site);

  /** A good request of any call, spoilt. */
  static Drawing anyCall(BiConsumer<Dice, Request> spoiler) {
    return (dice, site) -> {
      Target target = site.any(dice);
      return spoilt(dice, target, target.ways(), any -> true, spoiler);
    };
  }

  /** A good request that has such a body, spoilt. */
  static Drawing withBody(Predicate<Content> wanted, BiConsumer<Dice, Request> spoiler) {
    return (dice, site) -> {
      List<Target> takers =
          site.targets().stream().filter(one -> !waysOf(one, wanted).isEmpty()).toList();
      Target target = dice.of(takers);
      return spoilt(dice, target, waysOf(target, wanted), wanted, spoiler);
    };
  }

  private static List<Way> waysOf(Target target, Predicate<Content> wanted) {
    return target.ways().stream()
        .filter(way -> GoodContents.of(target.program(), way).stream().anyMatch(wanted))
        .toList();
  }

  private static Case spoilt(
      Dice dice,
      Target target,
      List<Way> ways,
      Predicate<Content> wanted,
      BiConsumer<Dice, Request> spoiler) {
    Way way = dice.of(ways);
    Guise guise = Guise.of(dice);
    Request request = target.good(dice, way, guise, wanted);
    spoiler.accept(dice, request);
    if (guise == Guise.LOCAL && !request.method.equals(way.method())) {
      // what only was looked at could be removed now, and that is no fault
      request.path = target.withoutKnown(request.path);
    }
    return HttpCase.of(target, request, guise, mayBeOpen(target.program(), way, request));
  }

  /** What was bent may have become a call that everybody may make. */
  private static boolean mayBeOpen(Program program, Way way, Request request) {
    String path = request.path.replaceFirst("^http://[^/]+", "");
    return way.isOpen()
        || request.method.equals("OPTIONS")
        || Ways.of(program).taken(request.method, path).isOpen();
  }
}
