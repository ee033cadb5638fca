package edgeai.coordinator.fleet;

import edgeai.common.wire.Worker;
import edgeai.common.wire.WorkerRegistration;
import edgeai.coordinator.settings.CoordinatorSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One registration of one worker: its places, its pace and its circuit. A worker that registers
 * again gets a new one.
 */
public final class WorkerNode {
  private static final Duration ACTIVE_FOR = Duration.ofSeconds(10);

  /** Weight of the newest frame in the smoothed latency. */
  private static final double SMOOTHING = 0.2;

  private final WorkerRegistration registration;
  private final Instant registeredAt;
  private final Circuit circuit;
  private final Quarantine quarantine;
  private final Clock clock;
  private final CoordinatorSettings.Pool limits;
  private final boolean local;
  private final String refusal;

  private Instant lastHeartbeat;
  private Instant lastWorked = Instant.EPOCH;
  private int inFlight;
  private double smoothedLatencyMs;
  private double processingMsSum;
  private long processingSamples;
  private String lastError;
  private Instant lastErrorAt;
  private boolean answered;
  private boolean gone;

  /**
   * @param refusal why it gets no frames, null where it does
   * @param before its earlier registration, whose quarantine it takes over; null for none
   * @param limits how much silence it may keep
   */
  WorkerNode(
      WorkerRegistration registration,
      boolean local,
      String refusal,
      WorkerNode before,
      CoordinatorSettings.Pool limits,
      Clock clock) {
    this.registration = registration;
    this.local = local;
    this.refusal = refusal;
    this.limits = limits;
    this.clock = clock;
    this.registeredAt = clock.instant();
    this.lastHeartbeat = registeredAt;
    this.circuit = new Circuit(registration.workerId(), clock);
    this.quarantine = Quarantine.after(before == null ? null : before.quarantine, clock);
  }

  public String id() {
    return registration.workerId();
  }

  public WorkerRegistration registration() {
    return registration;
  }

  public boolean isLocal() {
    return local;
  }

  synchronized void heartbeat() {
    lastHeartbeat = clock.instant();
  }

  /** Whether it may get frames at all, now or when a place is free. */
  public synchronized boolean isServing() {
    return !gone
        && refusal == null
        && registration.announcesDetection()
        && !isSilent()
        && !quarantine.isOn();
  }

  synchronized boolean hasRoom() {
    return inFlight < registration.maxInFlight();
  }

  /** Takes a place and the circuit's leave; false where there is none. */
  synchronized boolean tryLease() {
    if (!isServing() || !hasRoom() || !circuit.tryAcquire()) {
      return false;
    }
    inFlight++;
    return true;
  }

  /** The worker answered about the frame. */
  public synchronized void succeeded(double latencyMs, double processingMs) {
    // others in flight share the worker, so a frame's own cost is its share of the wait
    double cost = Math.max(0.1, Math.max(latencyMs, 0) / Math.max(1, inFlight));
    smoothedLatencyMs =
        smoothedLatencyMs == 0 ? cost : smoothedLatencyMs + SMOOTHING * (cost - smoothedLatencyMs);
    processingMsSum += processingMs;
    processingSamples++;
    lastError = null;
    lastErrorAt = null;
    endLease();
    answered = true;
    circuit.succeeded();
    heartbeat();
  }

  /** The worker answered that it cannot do this frame, which is no fault of its own. */
  public synchronized void declined() {
    endLease();
    answered = true;
    circuit.succeeded();
    heartbeat();
  }

  /** The worker did not do what it should; it cost the worker, see {@link Circuit}. */
  public synchronized void failed(String reason) {
    lastError = reason;
    lastErrorAt = clock.instant();
    endLease();
    circuit.failed(reason);
  }

  /** The worker answered what cannot be believed; it may cost it more, see {@link Quarantine}. */
  public synchronized void implausible(String reason) {
    failed(reason);
    quarantine.implausible(id(), reason);
  }

  /** The worker sent what cannot be believed without having been asked. */
  public synchronized void postedImplausibly(String reason) {
    quarantine.implausible(id(), reason);
  }

  /** Whether its answers are not believed at present. */
  public synchronized boolean isQuarantined() {
    return quarantine.isOn();
  }

  /** The place is free again and nothing was learned. */
  public synchronized void released() {
    endLease();
    circuit.release();
  }

  /** Whether it has ever answered: the first frame of an agent loads its model. */
  public synchronized boolean hasAnswered() {
    return answered;
  }

  synchronized void leave() {
    gone = true;
  }

  /** True once this registration is over: replaced, removed or forgotten. */
  public synchronized boolean isGone() {
    return gone;
  }

  /** Whether it has given no sign of life for so long that it gets no frames. */
  synchronized boolean isSilent() {
    return isSilent(limits.noFramesAfter());
  }

  synchronized boolean isSilent(Duration limit) {
    return !local && silence().compareTo(limit) >= 0;
  }

  synchronized Duration silence() {
    return local ? Duration.ZERO : Duration.between(lastHeartbeat, clock.instant());
  }

  synchronized int inFlight() {
    return inFlight;
  }

  /** When a frame given now would be done, in ms from now; {@code unknown} is an untried pace. */
  synchronized double expectedFinishMs(double unknown) {
    return (inFlight + 1) * (smoothedLatencyMs == 0 ? unknown : smoothedLatencyMs);
  }

  /** How long it usually takes with as many frames as it has now, in ms; 0 where not known. */
  public synchronized double expectedMs() {
    return Math.max(1, inFlight) * smoothedLatencyMs;
  }

  synchronized double smoothedLatencyMs() {
    return smoothedLatencyMs;
  }

  /** As the contract shows it. */
  public synchronized Worker show(List<String> classes, String inputSize, long framesProcessed) {
    return new Worker(
        id(),
        registration.ipAddress(),
        registration.port(),
        registration.hostname(),
        registration.ipAddress(),
        registeredAt,
        framesProcessed,
        registration.capabilities(),
        status(),
        local ? clock.instant() : lastHeartbeat,
        inFlight,
        processingSamples == 0 ? 0 : Math.round(processingMsSum * 10 / processingSamples) / 10.0,
        registration.maxInFlight(),
        circuit.state(),
        registration.model(),
        registration.modelSha256(),
        classes,
        inputSize,
        registration.provider(),
        refusal == null ? quarantine.reason() : refusal,
        registration.note(),
        quarantine.isOn(),
        lastError,
        lastErrorAt);
  }

  /** Why it does no frames at present, as a predicate; null where nothing is known against it. */
  synchronized String trouble() {
    if (refusal != null) {
      return "gets no frames: " + refusal;
    }
    if (quarantine.isOn()) {
      return "is " + quarantine.reason();
    }
    if (isSilent()) {
      return "has been silent since " + Quarantine.time(lastHeartbeat);
    }
    return lastError == null
        ? null
        : "did not do its last frame (%s: %s)".formatted(Quarantine.time(lastErrorAt), lastError);
  }

  synchronized boolean isOffline() {
    return isSilent(limits.offlineAfter()) || circuit.isOpen();
  }

  private String status() {
    if (isOffline()) {
      return "offline";
    }
    boolean lately = lastWorked.plus(ACTIVE_FOR).isAfter(clock.instant());
    return inFlight > 0 || lately ? "active" : "idle";
  }

  private void endLease() {
    inFlight--;
    lastWorked = clock.instant();
  }
}
