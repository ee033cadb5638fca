package edgeai.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.request.DetectionReader;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FramePicture;
import edgeai.coordinator.frame.ResultRules;
import edgeai.coordinator.frame.TestFrames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
  private static final String CAR =
      "{'label':'car','confidence':0.9,'box':{'x1':1,'y1':2,'x2':640,'y2':480}}";

  private static WorkerAnswer read(int status, String body) {
    return AnswerReader.read(TestFrames.frame(7), status, bytes(body));
  }

  private static byte[] bytes(String body) {
    return body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  private static String answer(String detections) {
    return "{'status':'ok','task_id':'frame-7','frame_id':7,'detections':"
        + detections
        + ",'processing_time_ms':12.5}";
  }

  @Test
  void detectionsCount() {
    assertThat(read(200, answer("[" + CAR + "]")))
        .isEqualTo(
            new WorkerAnswer.Detected(
                List.of(new Detection("car", 0.9, new Box(1, 2, 640, 480))), 12.5));
  }

  /** A frame of 1280x960 that was sent as a picture of 640x480. */
  private static WorkerAnswer readReduced(String body) {
    FramePicture picture = new FramePicture(new byte[3], 640, 480, 1280, 960);
    Frame frame = new Frame(7, TestFrames.source("job", ResultRules.ALL), 0, 0, picture);
    return AnswerReader.read(frame, 200, bytes(body));
  }

  @Test
  void boxesInPixelsOfASmallerPictureAreThoseOfTheFrame() {
    assertThat(readReduced(answer("[" + CAR + "]")))
        .isEqualTo(
            new WorkerAnswer.Detected(
                List.of(new Detection("car", 0.9, new Box(2, 4, 1280, 960))), 12.5));
  }

  @Test
  void aWorkerThatKnowsTheFramesSizeIsTakenAtItsWord() {
    String body =
        "{'status':'ok','frame_id':7,'frame_width':1280,'frame_height':960,'detections':["
            + CAR.replace("480", "959")
            + "]}";
    assertThat(readReduced(body))
        .isEqualTo(
            new WorkerAnswer.Detected(
                List.of(new Detection("car", 0.9, new Box(1, 2, 640, 959))), 0));
  }

  @Test
  void aWorkerThatSpeaksOfAnotherSizeIsNotBelieved() {
    String body = "{'status':'ok','frame_id':7,'frame_width':%d,'frame_height':%s,'detections':[]}";
    assertThat(readReduced(body.formatted(1920, 960))).isInstanceOf(WorkerAnswer.Implausible.class);
    assertThat(readReduced(body.formatted(1280, 481))).isInstanceOf(WorkerAnswer.Implausible.class);
    assertThat(readReduced(body.formatted(1280, "null")))
        .isInstanceOf(WorkerAnswer.Implausible.class);
  }

  @Test
  void anEmptyFrameIsAnAnswerToo() {
    assertThat(read(200, answer("[]"))).isEqualTo(new WorkerAnswer.Detected(List.of(), 12.5));
  }

  @Test
  void anAgentsCountMeansThatItHasPosted() {
    assertThat(read(200, "{'status':'ok','task_id':'frame-7','detections':2}"))
        .isEqualTo(new WorkerAnswer.Delivered());
  }

  @Test
  void aResultThatCouldNotBeDeliveredCountsAsIfPosted() {
    String result =
        "{'worker_id':'w','frame_id':7,'detections':[" + CAR + "],'processing_time_ms':3}";

    assertThat(read(200, "{'status':'result_delivery_failed','result':" + result + "}"))
        .isInstanceOfSatisfying(
            WorkerAnswer.Detected.class, answer -> assertThat(answer.detections()).hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "[]",
        "<html>busy</html>",
        "{}",
        "{'status':'ok'}",
        "{'status':'ok','detections':-1}",
        "{'status':'ok','detections':[]}",
        "{'status':'ok','frame_id':7,'detections':2}",
        "{'status':'ok','frame_id':8,'detections':[]}",
        "{'status':'result_delivery_failed'}",
        "{'status':'result_delivery_failed','result':{'frame_id':8,'detections':[]}}",
        "{'status':7}"
      })
  void whatCannotBeBelievedIsNoAnswer(String body) {
    assertThat(read(200, body)).isInstanceOf(WorkerAnswer.Implausible.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'label':'car','confidence':NaN,'box':{'x1':1,'y1':2,'x2':3,'y2':4}}",
        "{'label':'car','confidence':1.1,'box':{'x1':1,'y1':2,'x2':3,'y2':4}}",
        "{'label':'car','confidence':0.9,'box':{'x1':1,'y1':2,'x2':641,'y2':4}}",
        "{'label':'car','confidence':0.9,'box':{'x1':1,'y1':2,'x2':3,'y2':481}}",
        "{'label':'car','confidence':0.9,'box':{'x1':4,'y1':2,'x2':3,'y2':4}}",
        "{'label':'car','confidence':0.9,'box':{'x1':1,'y1':5,'x2':3,'y2':4}}",
        "{'label':'','confidence':0.9,'box':{'x1':1,'y1':2,'x2':3,'y2':4}}",
        "{'label':'car','confidence':0.9}",
        "{'confidence':0.9,'box':{'x1':1,'y1':2,'x2':3,'y2':4}}",
        "7"
      })
  void anImplausibleDetectionSpoilsTheAnswer(String detection) {
    assertThat(read(200, answer("[" + CAR + "," + detection + "]")))
        .isInstanceOf(WorkerAnswer.Implausible.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'label':'car','confidence':0.9,'box':{'x1':-4,'y1':-2,'x2':640,'y2':480}}",
        "{'label':'car','confidence':0.9,'box':{'x1':0,'y1':0.4,'x2':640.2,'y2':479.6}}",
        "{'label':'car','confidence':'0.9','box':{'x1':'0','y1':-0.0,'x2':'640','y2':480}}"
      })
  void whatReachesOverTheLeftAndUpperEdgeIsClippedAndFractionsAreRounded(String detection) {
    assertThat(read(200, answer("[" + detection + "]")))
        .isEqualTo(
            new WorkerAnswer.Detected(
                List.of(new Detection("car", 0.9, new Box(0, 0, 640, 480))), 12.5));
  }

  @Test
  void aConfidenceAHairBeyondOneIsOne() {
    String sure = CAR.replace("0.9", "1.0000001");
    assertThat(read(200, answer("[" + sure + "]")))
        .isInstanceOfSatisfying(
            WorkerAnswer.Detected.class,
            found -> assertThat(found.detections().get(0).confidence()).isEqualTo(1));
  }

  @Test
  void moreDetectionsThanAFrameCanShowSpoilTheAnswer() {
    String many = (CAR + ",").repeat(DetectionReader.MOST) + CAR;

    assertThat(read(200, answer("[" + many + "]"))).isInstanceOf(WorkerAnswer.Implausible.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 413, 415, 422})
  void theFrameIsAtFaultWhereTheWorkerSaysSo(int status) {
    assertThat(read(status, "{'detail':'The frame is no picture.'}"))
        .isEqualTo(new WorkerAnswer.Declined("answered " + status, false));
  }

  @Test
  void anInternalErrorIsTheFaultOfBoth() {
    assertThat(read(500, "{'detail':'boom'}"))
        .isEqualTo(new WorkerAnswer.Declined("answered 500", true));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 401, 404, 405, 429, 502, 503, 504})
  void anyOtherStatusSendsTheFrameElsewhere(int status) {
    assertThat(read(status, "")).isEqualTo(new WorkerAnswer.Unserved("answered " + status));
  }

  /** Whoever registers may name the address of a server that only this one can reach. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "db_password=hunter2",
        "{'detail':'hunter2'}",
        "{'status':'hunter2'}",
        "{'status':'ok','frame_id':'hunter2'}",
        "{'status':'ok','frame_id':1,'detections':'hunter2'}",
        "{'status':'ok','frame_id':1,'detections':[{'label':['hunter2']}]}",
        "{'status':'ok','frame_id':1,'detections':[{'hunter2':1}]}",
        "{'status':'ok','hunter2':1}",
        "['hunter2']"
      })
  void whatAWorkerSaysInWordsIsRepeatedNowhere(String body) {
    for (int status : List.of(200, 201, 400, 401, 409, 413, 415, 422, 500, 503)) {
      WorkerAnswer answer = read(status, body);
      assertThat(answer.reason()).isNotBlank().doesNotContain("hunter2");
    }
  }

  @Test
  void anotherStatusInsideAnAnswerCannotBeBelieved() {
    assertThat(read(200, "{'status':'error'}")).isInstanceOf(WorkerAnswer.Implausible.class);
  }
}
