package edgeai.common.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import edgeai.common.error.InvalidInput;
import edgeai.common.error.Refusal;
import edgeai.common.error.TooLarge;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import edgeai.common.wire.PieceLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read again, and nothing else is believed. */
class PieceLinesTest {
  private static final Detection CAR = new Detection("car", 0.8765, new Box(1, 2, 30, 40));
  private static final Detection LORRY = new Detection("Lkw \"ä\" \\", 1, new Box(0, 0, 64, 48));

  private static PieceLineReader reader(String text, Long... frames) {
    return reader(text.getBytes(StandardCharsets.UTF_8), frames);
  }

  private static PieceLineReader reader(byte[] bytes, Long... frames) {
    return new PieceLineReader(new ByteArrayInputStream(bytes), Set.of(frames), Set.of());
  }

  private static byte[] written(int done, PieceLine... lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (PieceLine line : lines) {
      out.writeBytes(PieceLineWriter.line(line));
    }
    out.writeBytes(PieceLineWriter.done(done));
    return out.toByteArray();
  }

  @Test
  void aLineHasTheFieldsOfTheContract() {
    PieceLine line = new PieceLine(7, List.of(CAR), 12.345, null, 640, 480, null);

    assertThat(new String(PieceLineWriter.line(line), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"frame_id\":7,\"detections\":[{\"label\":\"car\",\"confidence\":0.8765,\"box\":"
                + "{\"x1\":1,\"y1\":2,\"x2\":30,\"y2\":40}}],\"processing_time_ms\":12.3,"
                + "\"error\":null,\"frame_width\":640,\"frame_height\":480}\n");
    assertThat(new String(PieceLineWriter.done(3), StandardCharsets.UTF_8))
        .isEqualTo("{\"done\":3}\n");
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    byte[] answer =
        written(
            3,
            new PieceLine(9, List.of(LORRY, CAR), 5, null, 64, 48, null),
            PieceLine.failed(7, "The decoder did not give it."),
            new PieceLine(8, List.of(), 0.1, null, 0, 0, null));
    PieceLineReader reader = reader(answer, 7L, 8L, 9L, 10L);

    PieceLine first = reader.next().orElseThrow();
    assertThat(first.frameId()).isEqualTo(9);
    assertThat(first.detections()).containsExactly(LORRY, CAR);
    assertThat(first.isDone()).isTrue();
    assertThat(List.of(first.frameWidth(), first.frameHeight())).containsExactly(64, 48);
    assertThat(reader.next().orElseThrow().error()).isEqualTo("said that it cannot be done");
    assertThat(reader.next().orElseThrow().frameId()).isEqualTo(8);
    assertThat(reader.next()).isEmpty();
  }

  @Test
  void aPictureComesWhereItIsWanted() throws IOException {
    byte[] jpeg = new byte[1_200_000];
    jpeg[5] = 7;
    byte[] answer = written(1, new PieceLine(9, List.of(), 5, null, 64, 48, jpeg));

    try (InputStream in = new ByteArrayInputStream(answer)) {
      PieceLineReader reader = new PieceLineReader(in, Set.of(8L, 9L), Set.of(9L));
      assertThat(reader.next().orElseThrow().picture()).isEqualTo(jpeg);
    }
    try (InputStream in = new ByteArrayInputStream(answer)) {
      PieceLineReader reader = new PieceLineReader(in, Set.of(8L, 9L), Set.of(8L));
      assertThatExceptionOfType(InvalidInput.class)
          .isThrownBy(reader::next)
          .withMessage("The line of frame 9 is too long.");
    }
    assertThatExceptionOfType(TooLarge.class).isThrownBy(reader(answer, 9L)::next);
  }

  /** Each line is within its own bound. */
  @Test
  void linesMayNotWeighMoreTogetherThanTheirFramesCan() throws IOException {
    String blanks = " ".repeat(PieceLineReader.MAX_BYTES - 100);
    Long[] frames = {1L, 2L, 3L};
    PieceLineReader reader =
        reader(
            "{\"frame_id\":1,\"detections\":[]}" + blanks + "\n{\"frame_id\":2" + blanks, frames);

    assertThat(reader.next().orElseThrow().frameId()).isOne();
    assertThatExceptionOfType(TooLarge.class).isThrownBy(reader::next);
  }

  @Test
  void aPictureThatNobodyAskedForIsPassedOver() throws IOException {
    byte[] answer = written(1, new PieceLine(9, List.of(), 5, null, 64, 48, new byte[3]));

    assertThat(reader(answer, 9L).next().orElseThrow().picture()).isNull();
  }

  @Test
  void aFrameThatWasNotInferredNamesTheOneThatWas() throws IOException {
    PieceLine line = new PieceLine(9, List.of(CAR), 0, null, 64, 48, null, 7, 0.028);
    PieceLine read = reader(written(1, line), 9L).next().orElseThrow();

    assertThat(read).isEqualTo(line);
    assertThat(read.isReused()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'frame_id':6,'detections':[],'error':null}|Frame 6 is not of the piece.",
        "{'frame_id':0,'detections':[]}|frame_id must be an integer from 1 to 9007199254740991.",
        "{'detections':[]}|frame_id is missing.",
        "{'done':1}|done must be an integer from 0 to 0.",
        "{'done':-1}|done must be an integer from 0 to 0.",
        "[7]|The body must be a JSON object.",
        "{'frame_id':7,'detections':[{'label':'car','confidence':2,'box':{'x1':1,'y1':2,'x2':3,'y2':4}}]}|detections[].confidence"
            + " must be a number from -0.001 to 1.001.",
        "{'frame_id':7,'frame_width':64,'frame_height':48,"
            + "'detections':[{'label':'car','confidence':1,'box':{'x1':1,'y1':2,'x2':65,'y2':4}}]}"
            + "|box.x2 must be at most 64, not 65.",
        "{'frame_id':7,'frame_width':64,'detections':[]}|frame_height is missing.",
        "{'frame_id':7,'frame_width':0,'frame_height':1,'detections':[]}"
            + "|frame_width must be an integer from 1 to 65536.",
        "{'frame_id':7,'detections':[],'processing_time_ms':-5}"
            + "|processing_time_ms must be a number from 0 to 86400000.",
        "{'frame_id':7,'detections':[],'reused_from':7}"
            + "|reused_from must be an integer from 1 to 6.",
        "{'frame_id':7,'detections':[],'reused_from':6,'change':2}"
            + "|change must be a number from 0 to 1."
      })
  void whatNoWorkerWouldSayIsNotBelieved(String line, String why) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(reader(line.replace('\'', '"') + "\n", 7L)::next)
        .withMessage(why);
  }

  @Test
  void whatAWorkerSaysInWordsIsRepeatedNowhere() throws IOException {
    String secret = "db_password=hunter2";
    String refusing = "{\"frame_id\":7,\"error\":\"%s\"}\n".formatted(secret);
    String nonsense = "{\"frame_id\":\"%s\"}\n".formatted(secret);

    assertThat(reader(refusing, 7L).next().orElseThrow().error()).doesNotContain("hunter2");
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(reader(nonsense, 7L)::next)
        .withMessage("frame_id must be an integer from 1 to 9007199254740991.");
  }

  @Test
  void aFrameIsAnsweredOnce() throws IOException {
    PieceLine line = new PieceLine(7, List.of(), 1, null, 64, 48, null);
    PieceLineReader reader = reader(written(2, line, line), 7L, 8L);
    reader.next();

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(reader::next)
        .withMessage("Frame 7 was answered a second time.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"frame_id\":7,\"detec", "{\"done\":0}"})
  void anAnswerThatBreaksOffIsNoAnswer(String text) {
    assertThatExceptionOfType(EOFException.class).isThrownBy(reader(text, 7L)::next);
  }

  @Test
  void depthAndLengthHaveBounds() {
    String deep = "{\"frame_id\":7,\"x\":" + "[".repeat(400_000) + "\n";
    assertThatExceptionOfType(Refusal.class).isThrownBy(reader(deep, 7L)::next);

    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }
        };
    PieceLineReader reader = new PieceLineReader(endless, Set.of(7L), Set.of());
    assertThatExceptionOfType(TooLarge.class)
        .isThrownBy(reader::next)
        .withMessage("A line is longer than the 1048576 bytes allowed.");
  }
}
