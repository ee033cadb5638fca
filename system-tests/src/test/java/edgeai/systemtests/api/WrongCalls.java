package edgeai.systemtests.api;

import edgeai.systemtests.fixture.Doors;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.Reply;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be wrong with any call, whatever it is for, and what the server answers then. */
final class WrongCalls {
  private static final String JSON = "application/json";

  /** More than is taken of JSON where nothing else is said. */
  private static final int LARGE = 1 << 20;

  private final Http http;

  WrongCalls(Http http) {
    this.http = http;
  }

  private record Sent(String type, String text) {}

  /**
   * By somebody who is not known, by a page of another site, about what there is not, or with a
   * body of another type, one that is no JSON, none that is meant, and one that is too large.
   */
  Stream<Reply> of(DescribedCall call) {
    return Stream.concat(notAdmitted(call), notUnderstood(call));
  }

  /** To somebody who is not known, and to a page of another site. */
  private Stream<Reply> notAdmitted(DescribedCall call) {
    List<String[]> headers = new ArrayList<>();
    if (call.told().has("security")) {
      headers.add(Doors.headers(Optional.empty()));
    }
    if (!call.method().equals("get")) {
      headers.add(new String[] {"Origin", "http://pages.example"});
    }
    return headers.stream().map(who -> send(call, BodyPublishers.noBody(), who));
  }

  private Reply send(DescribedCall call, BodyPublisher body, String... headers) {
    return http.send(call.method().toUpperCase(Locale.ROOT), call.ofNothing(), body, headers);
  }

  private Stream<Reply> notUnderstood(DescribedCall call) {
    if (call.takes(JSON)) {
      return Stream.of(
              new Sent("text/plain", "x"),
              new Sent(JSON, "{"),
              new Sent(JSON, "[]"),
              new Sent(JSON, '"' + "x".repeat(LARGE) + '"'))
          .map(it -> send(call, BodyPublishers.ofString(it.text()), "Content-Type", it.type()));
    }
    return call.isOfOne() ? Stream.of(send(call, BodyPublishers.noBody())) : Stream.empty();
  }
}
