package edgeai.systemtests.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of one case.
 *
 * @param requests that it took
 * @param statuses of all answers, 101 for a WebSocket that was opened
 * @param faults a sentence for each thing that is not in order
 */
record Outcome(int requests, List<Integer> statuses, List<String> faults) {
  static Outcome of(List<Answer> answers, List<String> faults) {
    return new Outcome(1, answers.stream().map(Answer::status).toList(), List.copyOf(faults));
  }

  /** This and one more thing that is not in order. */
  Outcome with(String fault) {
    List<String> all = new ArrayList<>(faults);
    all.add(fault);
    return new Outcome(requests, statuses, List.copyOf(all));
  }

  /** As many requests as that. */
  Outcome counting(int count) {
    return new Outcome(count, statuses, faults);
  }
}
