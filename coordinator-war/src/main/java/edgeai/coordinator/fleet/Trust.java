package edgeai.coordinator.fleet;

import java.time.Clock;

/**
 * How far what a worker finds is believed: its {@link Quarantine}, its {@link Probation} and what
 * came of comparing it with others, across all registrations of its id by one owner. Thread-safe.
 */
public final class Trust {
  private final String workerId;
  private final boolean named;
  private final Reputation owner;
  private final Quarantine quarantine;
  private final Probation probation;
  private final CheckRecord record;

  /**
   * @param named whether it said by which model it finds what it finds
   * @param owner what is held against its owner
   * @param before of its earlier registration, null for none
   */
  Trust(String workerId, boolean named, Reputation owner, Trust before, Clock clock) {
    this.workerId = workerId;
    this.named = named;
    this.owner = owner;
    this.quarantine = Quarantine.after(before == null ? null : before.quarantine, clock);
    this.probation = before == null ? new Probation(owner, clock) : before.probation;
    this.record = before == null ? new CheckRecord(owner) : before.record;
  }

  /** Whether it may get work, as far as this goes. */
  synchronized boolean mayServe() {
    return !quarantine.isOn() && probation.mayServe();
  }

  /** It gets work, where it may. */
  synchronized boolean takesTurn() {
    return !quarantine.isOn() && probation.takesTurn();
  }

  /** Whether its answers are not believed at present. */
  synchronized boolean isQuarantined() {
    return quarantine.isOn() || probation.isBarred();
  }

  /** Whether it gets one frame or piece at a time, and all it finds is looked at. */
  synchronized boolean isOnProbation() {
    return probation.isOn();
  }

  /** It is out of the pool, and waits for no work. */
  synchronized void left() {
    probation.left();
  }

  /** It sent what cannot be believed; it may cost it more, see {@link Quarantine}. */
  public synchronized void implausible(String reason) {
    convictedIf(quarantine.implausible(workerId, reason));
  }

  /**
   * Whether a frame that it did is one of those that others do as well, to compare.
   *
   * @param share of its frames, 0 to 1
   * @param random 0 to 1, another each time
   */
  public synchronized boolean isToBeChecked(double share, double random) {
    boolean all = share > 0 && probation.isOn();
    return record.chooses(all ? 1 : share, random, named);
  }

  /** It found in a frame what another found. */
  public synchronized void agreed() {
    record.agreed();
    probation.agreed();
  }

  /**
   * It did not. One that is known to be wrong is put aside, unless nobody knows which model it has.
   *
   * @param evidence what it did not, as a predicate
   * @param wrong whether it is known to be wrong, and not only to differ
   */
  public synchronized void disagreed(String evidence, boolean wrong) {
    record.disagreed(evidence);
    if (wrong && named) {
      convictedIf(quarantine.convict(workerId, evidence));
    } else if (wrong) {
      convictedIf(quarantine.implausible(workerId, evidence));
    }
  }

  private void convictedIf(boolean quarantined) {
    if (quarantined) {
      owner.convicted();
      probation.begin();
    }
  }

  /** An operator says that nothing is held against it any more. */
  synchronized void pardon() {
    owner.forget();
    quarantine.end();
    probation.end();
  }

  /** Why it gets no work; null where it may have some. */
  synchronized String bar() {
    return quarantine.isOn() ? quarantine.reason() : probation.reason();
  }

  /** What people are to know of it although it gets work; null for nothing. */
  synchronized String note() {
    return probation.note();
  }

  /** Frames of it that were compared. */
  synchronized long checks() {
    return record.checks();
  }

  /** Those of them in which another found something else. */
  synchronized long disagreements() {
    return record.disagreements();
  }

  /** What they found where they differed last; null where they never did. */
  synchronized String lastDisagreement() {
    return record.last();
  }
}
