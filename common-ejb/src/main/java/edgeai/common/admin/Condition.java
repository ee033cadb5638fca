package edgeai.common.admin;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/**
 * What a camera says of itself with its registration and its heartbeats.
 *
 * @param state {@code running} or {@code stopped}, null where it says nothing of it
 * @param trouble why it sees nothing, in a sentence, null where it does
 */
public record Condition(String state, String trouble) {
  /** Of a member that is no camera to be started and stopped. */
  public static final Condition UNTOLD = new Condition(null, null);

  JsonObjectBuilder addTo(JsonObjectBuilder object) {
    if (state != null) {
      object.add("state", state);
      if (trouble == null) {
        object.addNull("trouble");
      } else {
        object.add("trouble", trouble);
      }
    }
    return object;
  }

  String json() {
    return addTo(Json.createObjectBuilder()).build().toString();
  }
}
