package edgeai.common.wire;

/**
 * What a camera says of itself with each heartbeat: {@code POST /heartbeat/{id}}.
 *
 * @param state {@code running} or {@code stopped}, null where it says nothing of it
 * @param trouble why it sees nothing, in a sentence, null where it does
 */
public record CameraReport(String state, String trouble) {
  /** Of a member that is no camera to be started and stopped. */
  public static final CameraReport NOTHING = new CameraReport(null, null);

  private static final String RUNNING = "running";

  /** What is known once it has obeyed a command and told this state. */
  public CameraReport obeyed(String newState) {
    return new CameraReport(newState, newState.equals(RUNNING) ? trouble : null);
  }
}
