package edgeai.coordinator.topic;

import edgeai.common.wire.Job;
import edgeai.common.wire.LiveMessage;
import edgeai.coordinator.job.JobChanged;
import edgeai.coordinator.job.JobEnded;
import edgeai.coordinator.review.CurrentJobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells of every state a job comes into, and of its progress while it is worked on. */
@ApplicationScoped
public class JobTopic implements Topic {
  /** About as many messages as may wait for a client. */
  private static final int KEPT = 2_000;

  private final CurrentJobs jobs;
  private final Newest<Job> changed = new Newest<>(KEPT);

  /** Jobs under way as they were last told. */
  private Map<String, Job> told = Map.of();

  private record State(String jobId, String status) {
    static State of(Job job) {
      return new State(job.jobId(), job.status());
    }
  }

  @Inject
  public JobTopic(CurrentJobs jobs) {
    this.jobs = jobs;
  }

  /** For the container's proxy. */
  JobTopic() {
    this(null);
  }

  void onChange(@Observes JobChanged change) {
    changed.note(change.job());
  }

  void onEnd(@Observes JobEnded end) {
    changed.note(end.job());
  }

  @Override
  public List<LiveMessage> beat(boolean second) {
    Map<State, Job> news = new LinkedHashMap<>();
    changed.drain().items().forEach(job -> news.put(State.of(job), job));
    Map<String, Job> underWay = new HashMap<>();
    for (Job job : jobs.underWay()) {
      // one that is just ending is told when its end is stored
      if (!job.hasEnded()) {
        underWay.put(job.jobId(), job);
        news.put(State.of(job), job);
      }
    }
    List<LiveMessage> messages =
        news.values().stream()
            .filter(job -> !job.equals(told.get(job.jobId())))
            .map(job -> new LiveMessage("job", job))
            .toList();
    told = underWay;
    return messages;
  }

  @Override
  public void forget() {
    changed.drain();
    told = Map.of();
  }
}
