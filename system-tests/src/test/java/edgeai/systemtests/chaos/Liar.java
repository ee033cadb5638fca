package edgeai.systemtests.chaos;

import edgeai.systemtests.fixture.WorkerDouble;
import edgeai.systemtests.fixture.WorkerDouble.Answer;
import jakarta.json.JsonObject;
import java.util.function.Function;

/** Ways to answer a frame, by a worker that takes nothing else, that nobody may believe. */
enum Liar implements Impostor {
  GARBAGE("garbage", frame -> new Answer(200, "<<%& no JSON {")),
  OTHER_FRAME(
      "other-frame",
      frame ->
          answer(
              frame.getJsonNumber("frame_id").longValueExact() + 1,
              frame,
              "[{\"label\":\"car\",\"confidence\":0.9,\"box\":"
                  + "{\"x1\":1,\"y1\":1,\"x2\":9,\"y2\":9}}]")),
  NOT_A_NUMBER(
      "nan",
      frame ->
          answer(
              frame.getJsonNumber("frame_id").longValueExact(),
              frame,
              "[{\"label\":\"car\",\"confidence\":NaN,\"box\":"
                  + "{\"x1\":1,\"y1\":1,\"x2\":9,\"y2\":9}}]")),
  OUT_OF_RANGE(
      "out-of-range",
      frame ->
          answer(
              frame.getJsonNumber("frame_id").longValueExact(),
              frame,
              "[{\"label\":\"car\",\"confidence\":0.9,\"box\":"
                  + "{\"x1\":-40,\"y1\":1,\"x2\":90000,\"y2\":9}}]")),
  EMPTY("empty", frame -> new Answer(200, ""));

  private final String id;
  private final Function<JsonObject, Answer> says;

  Liar(String name, Function<JsonObject, Answer> says) {
    this.id = "liar-" + name;
    this.says = says;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public AutoCloseable among(ChaosPool pool) {
    return new WorkerDouble(pool.http(), id, says);
  }

  private static Answer answer(long frameId, JsonObject frame, String detections) {
    return new Answer(
        200,
        "{\"status\":\"ok\",\"task_id\":%s,\"frame_id\":%d,\"processing_time_ms\":1,\"detections\":%s}"
            .formatted(frame.get("task_id"), frameId, detections));
  }
}
