package edgeai.common.door;

import edgeai.common.error.TooMany;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who gives way where places are scarce. One owner has a quarter of them, 16 at least: those of it
 * that are silent go first, then it is refused. Where all places are taken, those that are silent
 * longest go, and then the newest of whoever has the most, if the newcomer's owner has fewer. So
 * nobody keeps others out.
 */
public final class FairPlaces {
  private static final int LEAST = 16;
  private static final int SHARE = 4;
  private static final int RETRY_S = 60;

  private final int most;
  private final boolean localOnly;

  /**
   * @param localOnly whether only this machine reaches the server: its nodes may have all places
   */
  public FairPlaces(int most, boolean localOnly) {
    this.most = most;
    this.localOnly = localOnly;
  }

  /**
   * Who has a place.
   *
   * @param owner empty where nobody knows: it does not give way while it is heard
   * @param since when it got its place
   */
  public record Holder(String id, String owner, boolean silent, Instant heard, Instant since) {}

  /** Whether there was room, and who goes for it. */
  public record Room(boolean isThere, Optional<String> leaver) {}

  /**
   * @param holders all who have places
   * @throws TooMany where the newcomer's owner has its share
   */
  public Room makeFor(String owner, Collection<Holder> holders) {
    List<Holder> own = holders.stream().filter(each -> each.owner().equals(owner)).toList();
    Optional<String> silent = longestSilent(own);
    if (share(owner) < most && own.size() >= share(owner)) {
      return new Room(true, Optional.of(silent.orElseThrow(() -> hasItsShare(owner))));
    }
    if (holders.size() < most) {
      return new Room(true, Optional.empty());
    }
    Optional<String> leaver =
        silent.or(() -> longestSilent(holders)).or(() -> newestOfLargest(own.size(), holders));
    return new Room(leaver.isPresent(), leaver);
  }

  private int share(String owner) {
    boolean all = localOnly && owner.equals(Asker.THIS_MACHINE);
    return all ? most : Math.min(most, Math.max(LEAST, most / SHARE));
  }

  private TooMany hasItsShare(String owner) {
    return new TooMany(
        "Of %d places, one owner has %d at most, and those of %s are all taken by who is alive."
            .formatted(most, share(owner), owner),
        RETRY_S);
  }

  private static Optional<String> longestSilent(Collection<Holder> holders) {
    return holders.stream()
        .filter(Holder::silent)
        .min(Comparator.comparing(Holder::heard))
        .map(Holder::id);
  }

  private static Optional<String> newestOfLargest(int own, Collection<Holder> holders) {
    Map<String, Long> counts =
        holders.stream()
            .filter(each -> !each.owner().isEmpty())
            .collect(Collectors.groupingBy(Holder::owner, Collectors.counting()));
    return counts.entrySet().stream()
        .filter(each -> each.getValue() > own + 1)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .flatMap(largest -> newest(holders, largest));
  }

  private static Optional<String> newest(Collection<Holder> holders, String owner) {
    Function<Holder, Instant> since = Holder::since;
    return holders.stream()
        .filter(each -> each.owner().equals(owner))
        .max(Comparator.comparing(since))
        .map(Holder::id);
  }
}
