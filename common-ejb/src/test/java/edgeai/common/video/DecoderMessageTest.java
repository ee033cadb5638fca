package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.common.still.GreyPicture;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecoderMessageTest {
  private static final int MAX_JPEG = 1000;

  private static byte[] written(DecoderMessage message) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    message.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static DecoderMessage read(byte[] bytes) throws IOException {
    return DecoderMessage.read(new DataInputStream(new ByteArrayInputStream(bytes)), MAX_JPEG);
  }

  static DecoderMessage[] messages() {
    return new DecoderMessage[] {
      new VideoHeader("mp4", "h264", 1280, 720, 90, 29.97, 1.52, 38),
      new VideoEnd(38, 8, null),
      new VideoEnd(25, 5, "the file ends early"),
      new DecoderMessage.Progress(),
      new DecoderMessage.Refusal("has no video track")
    };
  }

  @ParameterizedTest
  @MethodSource("messages")
  void whatIsWrittenIsRead(DecoderMessage message) throws IOException {
    assertThat(read(written(message))).isEqualTo(message);
  }

  @Test
  void framesKeepTheirBytes() throws IOException {
    VideoFrame frame = new VideoFrame(7, 280, 3, 2, new byte[] {1, 2, 3}, 2, 1, 40_000, 50_000);
    assertThat(read(written(frame))).usingRecursiveComparison().isEqualTo(frame);
  }

  @Test
  void framesKeepTheirGreyPictures() throws IOException {
    byte[] bgr = new byte[3 * 200 * 100];
    new Random(1).nextBytes(bgr);
    VideoFrame frame =
        new VideoFrame(7, 280, 3, 2, new byte[] {1}, 2, 1, 40, 50, GreyPicture.of(bgr, 200, 100));
    byte[] bytes = written(frame);
    assertThat(read(bytes)).usingRecursiveComparison().isEqualTo(frame);

    bytes[bytes.length - 2 * 96 * 48 - 2] = 97;
    assertThatThrownBy(() -> read(bytes)).isInstanceOf(StreamCorruptedException.class);
  }

  @Test
  void aPictureLargerThanAllowedIsNotEvenAllocated() throws IOException {
    byte[] bytes = written(new VideoFrame(0, 0, 1, 1, new byte[MAX_JPEG + 1], 1, 1, 0, 0));
    assertThatThrownBy(() -> read(bytes)).isInstanceOf(StreamCorruptedException.class);
    Arrays.fill(bytes, 21, 25, (byte) 0x7F);
    assertThatThrownBy(() -> read(bytes)).isInstanceOf(StreamCorruptedException.class);
  }

  @Test
  void textsAreCutAndCleaned() throws IOException {
    byte[] bytes = written(new DecoderMessage.Refusal("a\nb\u0000" + "x".repeat(5000)));
    assertThat(((DecoderMessage.Refusal) read(bytes)).sentence()).startsWith("a b x").hasSize(300);
  }

  @Test
  void theEndOfThePipeIsTold() {
    assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> read(new byte[] {'F', 0})).isInstanceOf(EOFException.class);
  }

  @Test
  void rubbishIsAnIoExceptionAndNothingElse() {
    Random random = new Random(42);
    byte[] tags = {'H', 'F', 'E', 'R', 0, '#'};
    for (int i = 0; i < 5000; i++) {
      byte[] bytes = new byte[random.nextInt(60) + 1];
      random.nextBytes(bytes);
      bytes[0] = tags[i % tags.length];
      try {
        assertThat(read(bytes)).isNotNull();
      } catch (IOException expected) {
        assertThat(expected).isNotNull();
      }
    }
  }
}
