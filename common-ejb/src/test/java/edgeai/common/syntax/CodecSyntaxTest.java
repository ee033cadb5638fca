package edgeai.common.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes come, there is an answer or the reason why there is none. */
class CodecSyntaxTest {
  private static final byte[] NOTHING = {};
  private static final int ROUNDS = 5000;

  private static final PictureOrder ORDER =
      new PictureOrder() {
        @Override
        public int count() {
          return 0;
        }

        @Override
        public boolean isFrame() {
          return true;
        }
      };

  private static CodecSyntax of(String codec, byte[] extraData) throws UnprovenException {
    return CodecSyntax.of(codec, extraData, ORDER).orElseThrow();
  }

  private static ByteBuffer bytes(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length);
    for (int value : values) {
      bytes.put((byte) value);
    }
    return bytes.flip();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"h264", "hevc", "vp8", "vp9", "av1", "mpeg2video", "mpeg4", "mjpeg", "prores"})
  void rubbishIsNoSurprise(String codec) {
    Random random = new Random(5);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] extraData = new byte[random.nextInt(40)];
      random.nextBytes(extraData);
      byte[] packet = new byte[1 + random.nextInt(60)];
      random.nextBytes(packet);
      if (round % 2 == 0 && packet.length > 4) {
        byte[] begin = codec.equals("mjpeg") ? new byte[] {-1, -40, -1, -37} : new byte[] {0, 0, 1};
        System.arraycopy(begin, 0, packet, 0, begin.length);
      }
      try {
        assertThat(of(codec, extraData).read(ByteBuffer.wrap(packet))).isNotNull();
      } catch (UnprovenException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  @Test
  void otherCodecsAreNotRead() throws UnprovenException {
    assertThat(CodecSyntax.of("theora", NOTHING, ORDER)).isEmpty();
  }

  @Test
  void someFramesOfVp8AreNeverShown() throws UnprovenException {
    CodecSyntax syntax = of("vp8", NOTHING);
    ByteBuffer key = bytes(0x10, 0, 0, 0x9D, 1, 0x2A, 64, 0, 64, 0, 0, 0);
    assertThat(syntax.read(key).clean()).isTrue();
    assertThat(syntax.read(bytes(0x11, 0, 0)).shown()).isTrue();
    assertThat(syntax.read(bytes(0x01, 0, 0)).shown()).isFalse();
    ByteBuffer larger = bytes(0x10, 0, 0, 0x9D, 1, 0x2A, 65, 0, 64, 0, 0, 0);
    assertThatThrownBy(() -> syntax.read(larger)).hasMessageContaining("changes on the way");
  }

  @Test
  void aPacketOfVp9MayHoldOneThatIsNotShown() throws UnprovenException {
    CodecSyntax syntax = of("vp9", NOTHING);
    ByteBuffer both = bytes(0x84, 0, 0x86, 0, 0xC1, 2, 2, 0xC1);
    assertThat(syntax.read(both).shown()).isTrue();
    ByteBuffer twoShown = bytes(0x86, 0, 0x86, 0, 0xC1, 2, 2, 0xC1);
    assertThatThrownBy(() -> syntax.read(twoShown)).hasMessageContaining("more than one picture");
  }

  @Test
  void aKeyFrameOfAv1ComesWithItsSequence() throws UnprovenException {
    CodecSyntax syntax = of("av1", NOTHING);
    ByteBuffer described = bytes(0x12, 0, 0x0A, 2, 0, 0, 0x32, 2, 0x10, 0);
    assertThat(syntax.read(described).clean()).isTrue();
    assertThat(syntax.read(bytes(0x12, 0, 0x32, 2, 0x10, 0)).clean()).isFalse();
    assertThat(syntax.read(bytes(0x12, 0, 0x32, 2, 0x30, 0)).shown()).isTrue();
    assertThat(syntax.read(bytes(0x12, 0, 0x32, 2, 0x20, 0)).shown()).isFalse();
  }

  /** As AVI holds what is shown between two others. */
  @Test
  void twoPlanesOfMpeg4InAPacketAreNotCut() throws UnprovenException {
    CodecSyntax syntax = of("mpeg4", NOTHING);
    ByteBuffer packet = bytes(0, 0, 1, 0xB6, 0x10, 0, 0, 0, 1, 0xB6, 0x90, 0);
    assertThatThrownBy(() -> syntax.read(packet)).hasMessageContaining("more than one picture");
  }
}
