package edgeai.systemtests;

import static edgeai.systemtests.fixture.Wire.registration;
import static edgeai.systemtests.fixture.Wire.result;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.Shape;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids of frames up to the largest that every JSON reader keeps exact, and of tasks. */
@OnServers
class FrameIdsContractIT {
  private static final String ID = "ids-worker";
  private static final long LAST = (1L << 53) - 1;

  private final Http http;

  FrameIdsContractIT(Pool pool) {
    this.http = pool.http();
  }

  @BeforeEach
  void join() {
    http.post("/register-worker", registration(ID, 9001)).expect(201);
  }

  @AfterEach
  void leave() {
    http.delete("/workers/" + ID);
  }

  @Test
  void keepsTheHighestIdExact() {
    JsonObject stored =
        http.post("/results", result(ID, LAST)).expect(201).object().getJsonObject("data");
    assertThat(JobClient.frameId(stored)).isEqualTo(LAST);
    assertThat(JobClient.frameId(http.get("/results/frames/" + LAST).expect(200).object()))
        .isEqualTo(LAST);
    assertThat(http.post("/results", result(ID, LAST + 1)).problem(422)).contains("frame_id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "3999999999999999999",
        "9007199254740992",
        "99999999999999999999",
        "x",
        "1.5"
      })
  void hasNoFrameOfAnImpossibleId(String id) {
    http.get("/results/frames/" + id).problem(404);
  }

  @Test
  void acknowledgesTasksThatAreGone() {
    for (String task : List.of("frame-1", "gone", "a%20b", "%E5%B7%A5")) {
      http.post("/queue/acknowledge/" + task).expect(200, Shape.DONE);
    }
    http.post("/queue/acknowledge/gone", JsonValue.EMPTY_JSON_OBJECT).expect(200, Shape.DONE);
  }
}
