package edgeai.systemtests.fuzz;

import edgeai.common.door.Way;
import edgeai.common.door.Ways;
import edgeai.settings.Program;
import edgeai.systemtests.fixture.Doors;
import edgeai.systemtests.fixture.ServerProcess;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A server that is asked.
 *
 * @param known ids of what must be unharmed afterwards, by the part of a path before them
 */
record Target(ServerProcess server, Program program, Doors doors, Map<String, String> known) {
  /** What requests that may change something change. */
  private static final List<String> OWN = List.of("fuzz-1", "fuzz-2", "8000000000000001");

  String name() {
    return program.word();
  }

  /** Everything that it takes, from the table that its doors go by. */
  List<Way> ways() {
    return Ways.of(program).all();
  }

  /** A good request, as that guise would send it. */
  Request good(Dice dice, Way way, Guise guise, Predicate<Content> wanted) {
    StringBuilder path = new StringBuilder();
    String before = "";
    for (String part : way.pattern().substring(1).split("/")) {
      boolean isId = part.startsWith("{");
      path.append('/').append(isId ? id(dice, way, before, guise) : part.replace("**", "nothing"));
      before = isId ? before : part;
    }
    Request request = new Request(way.method(), path.toString());
    request.header("Host", "127.0.0.1:" + server.port()).header("Connection", "close");
    if (guise != Guise.LOCAL) {
      String[] headers = Doors.headers(guise.role().map(doors::of));
      for (int i = 0; i < headers.length; i += 2) {
        request.header(headers[i], headers[i + 1]);
      }
    }
    List<Content> contents = GoodContents.of(program, way).stream().filter(wanted).toList();
    if (!contents.isEmpty()) {
      Content good = dice.of(contents);
      request.body(good.type(), good.bytes());
      good.headers().forEach(request::header);
    }
    return request;
  }

  /** The same path, which names nothing that must be unharmed. */
  String withoutKnown(String path) {
    String other = path;
    for (String id : known.values()) {
      other = other.replace(id, OWN.getFirst());
    }
    return other;
  }

  private String id(Dice dice, Way way, String before, Guise guise) {
    boolean mayName = way.method().equals("GET") || guise.isHarmless();
    if (mayName && known.containsKey(before) && dice.oneIn(2)) {
      return known.get(before);
    }
    return dice.of(OWN);
  }
}
