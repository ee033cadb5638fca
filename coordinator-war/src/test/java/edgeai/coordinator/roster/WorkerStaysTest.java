package edgeai.coordinator.roster;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.access.Role;
import edgeai.common.door.Asker;
import edgeai.common.door.OpenWays;
import edgeai.common.fixture.QuietLog;
import edgeai.coordinator.fleet.Owner;
import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.fleet.WorkerGone;
import edgeai.coordinator.fleet.WorkerNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuietLog.class)
class WorkerStaysTest {
  private static final Asker FORMER = token("former");
  private static final Asker HEIR = token("heir");

  private final TestPool pool = new TestPool();
  private final Watched ways = new Watched();
  private final WorkerStays stays = new WorkerStays(pool.fleet(), ways);

  /** What is open, without anybody who looks after it. */
  private static final class Watched extends OpenWays {
    private final Map<Object, Runnable> ends = new LinkedHashMap<>();

    @Override
    public void enter(Object way, Asker asker, Runnable end) {
      ends.put(way, end);
    }

    @Override
    public void leave(Object way) {
      ends.remove(way);
    }
  }

  private static Asker token(String name) {
    return new Asker(Asker.Proof.TOKEN, name, "10.0.0.7", Optional.of(Role.NODE), name);
  }

  private WorkerNode joins(Asker asker) {
    WorkerNode node = pool.join("worker-1", new Owner(asker.owner()));
    stays.enter(node, asker);
    return node;
  }

  private void tellWhoIsGone() {
    pool.events().of(WorkerGone.class).forEach(stays::onWorkerGone);
  }

  @Test
  void whoseTokenIsRevokedIsOut() {
    WorkerNode node = joins(FORMER);
    ways.ends.get(node).run();

    assertThat(pool.fleet().find("worker-1")).isEmpty();
    assertThat(node.isGone()).isTrue();
  }

  /** The end was on its way already when the next one came. */
  @Test
  void theTokenOfAFormerOwnerEndsNothingOfTheHeirs() {
    Runnable end = ways.ends.get(joins(FORMER));
    pool.clock().advanceSeconds(31);
    WorkerNode heir = joins(HEIR);
    tellWhoIsGone();
    end.run();

    assertThat(pool.fleet().find("worker-1")).containsSame(heir);
    assertThat(heir.isGone()).isFalse();
    assertThat(ways.ends).containsOnlyKeys(heir);
  }

  @Test
  void ofTwoRegistrationsAtTheSameTimeTheOneThatStaysIsWatched() {
    WorkerNode first = pool.join("worker-1", new Owner(FORMER.owner()));
    WorkerNode second = pool.join("worker-1", new Owner(FORMER.owner()));
    tellWhoIsGone();
    stays.enter(second, FORMER);
    stays.enter(first, FORMER);

    assertThat(ways.ends).containsOnlyKeys(second);
    ways.ends.get(second).run();
    assertThat(pool.fleet().find("worker-1")).isEmpty();
  }
}
