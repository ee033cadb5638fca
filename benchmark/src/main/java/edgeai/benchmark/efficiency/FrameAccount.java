package edgeai.benchmark.efficiency;

import java.util.Map;

/**
 * Milliseconds of a frame.
 *
 * @param waterfall on the clock, by stage
 * @param shares of the processors, by process
 */
record FrameAccount(Map<String, Double> waterfall, Map<String, Double> shares) {

  /** Of the coordinator's processor time, its child processes included. */
  double coordinatorMillis() {
    return shares.get("coordinator") + shares.get("decoder");
  }

  /** Of the processor time of all servers. */
  double serversMillis() {
    return coordinatorMillis() + shares.get("workers");
  }
}
