package edgeai.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Http;
import jakarta.json.JsonObject;

/** What {@code GET /ledger} says. */
record Ledger(JsonObject said) {
  static Ledger of(Http coordinator) {
    return new Ledger(coordinator.get("/ledger").expect(200).object());
  }

  /** Asserts that every frame of every job is accounted for, and none is open. */
  void requireBalance() {
    assertThat(said.getBoolean("balanced")).as("%s", said).isTrue();
    assertThat(said.getInt("open")).as("%s", said).isZero();
    assertThat(said.getInt("completed") + said.getInt("failed"))
        .as("%s", said)
        .isEqualTo(said.getInt("submitted"));
  }
}
