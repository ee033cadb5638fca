package edgeai.systemtests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/**
 * What a server answered.
 *
 * @param head its lines
 * @param whole false where it goes on, or broke off
 */
record Answer(int status, List<String> head, byte[] body, boolean whole) {
  /** A header's first value, empty where there is none. */
  String header(String name) {
    return head.stream()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  String text() {
    return new String(body, UTF_8);
  }
}
