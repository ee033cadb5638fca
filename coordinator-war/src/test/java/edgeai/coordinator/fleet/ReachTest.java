package edgeai.coordinator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReachTest {
  @Test
  void aWorkerWhereNobodyMayBeCalledIsListedAndGetsNothing() {
    TestPool pool = new TestPool("ALLOWED_NETWORKS", "127.0.0.0/8");
    for (String host : new String[] {"10.0.0.7", "169.254.169.254", "8.8.8.8"}) {
      WorkerNode node = pool.join(TestPool.withModel("at-" + host, TestPool.MODEL).at(host));
      assertThat(node.standing().refusal()).contains(host, "ALLOWED_NETWORKS");
    }
    assertThat(
            pool.join(TestPool.withModel("near", TestPool.MODEL).at("127.0.0.1"))
                .standing()
                .refusal())
        .isNull();
  }

  @Test
  void aNameIsTheAddressThatItHadWhenTheWorkerJoined() {
    TestPool pool = new TestPool("ALLOWED_NETWORKS", "127.0.0.0/8, ::1");
    WorkerNode node = pool.join(TestPool.withModel("named", TestPool.MODEL).at("localhost"));
    assertThat(node.registration().ipAddress()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(node.standing().refusal()).isNull();
  }
}
