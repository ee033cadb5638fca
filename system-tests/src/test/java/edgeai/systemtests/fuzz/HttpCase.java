package edgeai.systemtests.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes that go to a server over a connection of their own.
 *
 * @param pieces what is sent, one after the other
 * @param expected answers that are due; none where a request is not whole
 * @param bodiless whether answers have no body, as to HEAD
 * @param guise as whom
 * @param open whether the call is open to everybody
 */
record HttpCase(
    Target target, List<byte[]> pieces, int expected, boolean bodiless, Guise guise, boolean open)
    implements Case {
  /** For an answer that is due. */
  static final Duration LIMIT = Duration.ofSeconds(60);

  /** For one that is not. */
  private static final Duration GLANCE = Duration.ofMillis(120);

  static HttpCase of(Target target, Request request, Guise guise, boolean open) {
    return new HttpCase(
        target,
        List.of(request.bytes()),
        request.incomplete ? 0 : 1,
        request.method.equals("HEAD"),
        guise,
        open);
  }

  @Override
  public String shown() {
    return Shown.bytes(target.server().port(), pieces);
  }

  @Override
  public Outcome run() throws IOException {
    try (Exchange exchange = new Exchange(target.server().port())) {
      for (byte[] piece : pieces) {
        exchange.send(piece);
      }
      exchange.readUntil(any -> isEnough(exchange), expected == 0 ? GLANCE : LIMIT);
      return judge(exchange);
    }
  }

  private boolean isEnough(Exchange exchange) {
    if (expected == 0) {
      return false;
    }
    List<Answer> answers = exchange.answers(bodiless);
    boolean streams =
        !answers.isEmpty()
            && answers.getLast().header("Content-Type").startsWith("multipart/x-mixed-replace");
    return streams
        || answers.stream().filter(answer -> answer.whole() && answer.status() >= 200).count()
            >= expected;
  }

  private Outcome judge(Exchange exchange) {
    AnswerReader reader = exchange.reader(bodiless);
    List<Answer> answers = reader.answers();
    List<String> faults = new ArrayList<>();
    answers.forEach(answer -> faults.addAll(Manners.faults(answer, bodiless)));
    if (answers.isEmpty() && expected > 0) {
      faults.add(exchange.ended() ? "closed without an answer" : "no answer in " + LIMIT);
    }
    byte[] rest = reader.rest();
    if (expected > 0 && rest.length > 0 && answers.stream().allMatch(Answer::whole)) {
      faults.add("behind the answer: " + Manners.shortened(new String(rest, UTF_8)));
    }
    if (guise == Guise.NOBODY && !open && answers.stream().anyMatch(HttpCase::isSuccess)) {
      faults.add("nobody was let in");
    }
    if (guise.isHarmless() && removes() && answers.stream().anyMatch(HttpCase::isSuccess)) {
      faults.add("what a " + guise + " may not remove was removed");
    }
    return Outcome.of(answers, faults);
  }

  /** Whether it is to remove what was made before; a node may remove what it made known itself. */
  private boolean removes() {
    String[] words = new String(pieces.getFirst(), ISO_8859_1).split("[ \r\n]", 3);
    return words[0].equals("DELETE")
        && List.of(words[1].split("[/?;]")).stream().anyMatch(target.known().values()::contains);
  }

  private static boolean isSuccess(Answer answer) {
    return answer.status() >= 200 && answer.status() < 300;
  }
}
