package edgeai.cli.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What all examinations found, none of which is waited for longer than a while. */
public record Doctor(List<Diagnosis> diagnoses) {
  /** Of one: name, port, certificate, answer and token of a peer have some seconds each. */
  public static final Duration LIMIT = Duration.ofSeconds(25);

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Looks at everything at the same time. */
  public static Doctor examine(List<Examination> examinations, Duration limit)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    List<FutureTask<List<Diagnosis>>> looks = new ArrayList<>();
    for (Examination examination : examinations) {
      FutureTask<List<Diagnosis>> look = new FutureTask<>(examination::look);
      looks.add(look);
      // one that looks up a name cannot be interrupted: it must keep nobody from going on or ending
      Thread.ofPlatform().daemon().name(examination.subject()).start(look);
    }
    List<Diagnosis> all = new ArrayList<>();
    for (int i = 0; i < looks.size(); i++) {
      all.addAll(found(looks.get(i), examinations.get(i).subject(), end, limit));
    }
    return new Doctor(List.copyOf(all));
  }

  private static List<Diagnosis> found(
      FutureTask<List<Diagnosis>> look, String subject, long end, Duration limit)
      throws InterruptedException {
    try {
      return look.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      String words = "no end of looking within %d s: this machine, or its network, stands still";
      return List.of(Diagnosis.trouble(subject, words.formatted(limit.toSeconds())));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        return List.of(Diagnosis.warning(subject, "cannot be looked at: " + failure));
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Whether servers would start and work, as far as it can be told. */
  public boolean isWell() {
    return diagnoses.stream().noneMatch(found -> found.gravity() == Gravity.TROUBLE);
  }

  /** A line for each, or JSON. */
  public Stream<String> lines(boolean json) {
    return json ? json().toPrettyString().lines() : diagnoses.stream().map(Diagnosis::line);
  }

  private ArrayNode json() {
    ArrayNode all = JSON.createArrayNode();
    for (Diagnosis found : diagnoses) {
      all.addObject()
          .put("check", found.subject())
          .put("state", found.gravity().word())
          .put("words", found.words());
    }
    return all;
  }
}
