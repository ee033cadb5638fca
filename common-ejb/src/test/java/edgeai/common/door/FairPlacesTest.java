package edgeai.common.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import edgeai.common.door.FairPlaces.Holder;
import edgeai.common.error.TooMany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairPlacesTest {
  private static final String GREEDY = "address 10.0.0.66";
  private static final String HONEST = "token laptop-7";
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

  private final List<Holder> holders = new ArrayList<>();

  private void has(String owner, int number, boolean silent) {
    IntStream.range(0, number)
        .forEach(
            any -> {
              int next = holders.size();
              holders.add(
                  new Holder(
                      owner + " " + next,
                      owner,
                      silent,
                      NOW.plusSeconds(next),
                      NOW.plusSeconds(next)));
            });
  }

  private FairPlaces.Room room(FairPlaces places, String owner) {
    return places.makeFor(owner, holders);
  }

  @Test
  void oneOwnerHasAQuarter() {
    FairPlaces places = new FairPlaces(256, false);
    has(GREEDY, 63, false);
    assertThat(room(places, GREEDY).isThere()).isTrue();
    has(GREEDY, 1, false);

    assertThatExceptionOfType(TooMany.class)
        .isThrownBy(() -> room(places, GREEDY))
        .withMessage(
            "Of 256 places, one owner has 64 at most, and those of address 10.0.0.66 are all taken by who is alive.");
    assertThat(room(places, HONEST)).isEqualTo(new FairPlaces.Room(true, Optional.empty()));
  }

  @Test
  void atItsShareTheSilentOfAnOwnerGoFirst() {
    has(HONEST, 5, true);
    has(GREEDY, 62, false);
    has(GREEDY, 2, true);

    assertThat(room(new FairPlaces(256, false), GREEDY).leaver()).contains(GREEDY + " 67");
  }

  @Test
  void whereOnlyThisMachineCanCallItMayHaveAll() {
    has(Asker.THIS_MACHINE, 255, false);

    assertThat(room(new FairPlaces(256, true), Asker.THIS_MACHINE).isThere()).isTrue();
    assertThatExceptionOfType(TooMany.class)
        .isThrownBy(() -> room(new FairPlaces(256, false), Asker.THIS_MACHINE));
    has(Asker.THIS_MACHINE, 1, false);
    assertThat(room(new FairPlaces(256, true), Asker.THIS_MACHINE).isThere()).isFalse();
    assertThat(room(new FairPlaces(256, true), HONEST).leaver())
        .contains(Asker.THIS_MACHINE + " 255");
  }

  @Test
  void ofAFullPoolTheLongestSilentGoesOnesOwnFirst() {
    FairPlaces places = new FairPlaces(6, false);
    has(GREEDY, 2, true);
    has(HONEST, 2, true);
    has(HONEST, 2, false);

    assertThat(room(places, HONEST).leaver()).contains(HONEST + " 2");
    assertThat(room(places, "token other").leaver()).contains(GREEDY + " 0");
  }

  @Test
  void ofAFullPoolWhoHasTheMostGivesWayToWhoHasLess() {
    FairPlaces places = new FairPlaces(6, false);
    has(HONEST, 2, false);
    has(GREEDY, 4, false);

    assertThat(room(places, HONEST).leaver()).contains(GREEDY + " 5");
    assertThat(room(places, GREEDY).isThere()).isFalse();
    holders.remove(5);
    has(HONEST, 1, false);
    assertThat(room(places, HONEST).isThere()).isFalse();
    assertThat(room(places, GREEDY).isThere()).isFalse();
    assertThat(room(places, "token other").isThere()).isTrue();
  }

  @Test
  void whoseOwnerNobodyKnowsStaysWhileItIsHeard() {
    FairPlaces places = new FairPlaces(6, false);
    has("", 6, false);

    assertThat(room(places, HONEST).isThere()).isFalse();
  }
}
