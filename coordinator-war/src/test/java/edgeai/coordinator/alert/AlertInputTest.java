package edgeai.coordinator.alert;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Problems;
import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import edgeai.common.wire.Box;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertInputTest {
  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

  private static AlertInput.Posted posted(String fields) {
    String body =
        "{'worker_id':'w','frame_id':7,'timestamp':'2026-11-22T10:15:30Z'%s}".formatted(fields);
    return read(body);
  }

  private static AlertInput.Posted read(String body) {
    return AlertInput.posted(JsonInput.parse(Body.of(body.replace('\'', '"'))), NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"WARNING\"', warning",
    "'\" Critical \"', critical",
    "'\"info\"', info",
    "'\"fatal\"', info",
    "'\"\"', info",
    "7, info",
    "null, info"
  })
  void aLevelThatIsNotKnownIsInfo(String level, String meant) {
    assertThat(posted(",'level':" + level).alert().level()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday at noon", "", "2026-11-22", "gestern \u00fcbrigens", "-1"})
  void aTimestampInFreeWordsIsNowAndIsKept(String words) {
    AlertInput.Posted posted =
        read("{'worker_id':'w','frame_id':7,'timestamp':'%s'}".formatted(words));

    assertThat(posted.alert().timestamp()).isEqualTo(NOW);
    assertThat(posted.reportedTimestamp()).isEqualTo(words);
  }

  @Test
  void boxesAreClippedAndLeftOutIsAsGoodAsNull() {
    AlertInput.Posted posted =
        posted(
            ",'alert_labels':null,'message':null,'detections':[{'label':'car','confidence':'0.5',"
                + "'box':{'x1':-5,'y1':-0.4,'x2':3.6,'y2':'4'}}]");

    assertThat(posted.alert().detections().get(0).box()).isEqualTo(new Box(0, 0, 4, 4));
    assertThat(posted.alert().alertLabels()).isEmpty();
    assertThat(posted.alert().message()).isEmpty();
    assertThat(posted.reportedTimestamp()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'worker_id':'w','frame_id':7}",
        "{'worker_id':'w','frame_id':7,'timestamp':null}",
        "{'worker_id':'w','frame_id':7,'timestamp':true}",
        "{'worker_id':'w','frame_id':true,'timestamp':'now'}",
        "{'worker_id':'w','frame_id':7.5,'timestamp':'now'}",
        "{'worker_id':'w','frame_id':7,'timestamp':'now','level':[]}"
      })
  void whatCanMeanNothingIsRefused(String body) {
    assertThat(Problems.of(() -> read(body)).status()).isEqualTo(422);
  }
}
