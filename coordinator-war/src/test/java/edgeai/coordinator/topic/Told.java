package edgeai.coordinator.topic;

import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import edgeai.common.http.JsonOutput;
import edgeai.common.wire.LiveMessage;
import java.util.List;

/** What messages say, read back from the JSON that goes over the wire. */
final class Told {
  private Told() {}

  static List<JsonInput> data(List<LiveMessage> messages) {
    return messages.stream().map(Told::data).toList();
  }

  static JsonInput data(LiveMessage message) {
    return JsonInput.parse(Body.of(JsonOutput.write(message)), 1 << 24).object("data");
  }
}
