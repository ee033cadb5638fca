package edgeai.common.piece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.settings.Tiles;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PieceHeaderTest {
  private static final PieceHeader HEADER =
      new PieceHeader(
          new byte[] {1, 2},
          new byte[] {3},
          0.25,
          0.08,
          Tiles.SIX,
          List.of(
              new PieceFrame(7, 0, -3, 0, false, new FrameRole(true, true)),
              new PieceFrame(8, 5, 40, 1_000_000, true)),
          List.of(new PiecePacket(10, 0, -2, 1), new PiecePacket(20, 40, 0, 0)));

  @Test
  void isReadAsItWasWritten() throws IOException {
    PieceHeader read = read(HEADER.bytes());
    assertThat(read).usingRecursiveComparison().isEqualTo(HEADER);
    assertThat(read.payloadBytes()).isEqualTo(30);
    assertThat(read.skipsStill()).isTrue();
  }

  @Test
  void noCountIsBelieved() {
    byte[] bytes = HEADER.bytes();
    for (int at = 0; at + 4 <= bytes.length; at++) {
      byte[] wild = bytes.clone();
      ByteBuffer.wrap(wild).putInt(at, Integer.MAX_VALUE);
      try {
        assertThat(read(wild).payloadBytes()).isBetween(1L, (long) PieceHeader.MAX_PAYLOAD);
      } catch (IOException refused) {
        assertThat(refused).isInstanceOfAny(MalformedPieceException.class, EOFException.class);
      }
    }
  }

  @Test
  void tilesThatAreNotOnTheListAreRefused() {
    byte[] bytes = HEADER.bytes();
    int at = 4 + 4 + 2 + 4 + 1 + 8 + 8;
    assertThat(bytes[at]).isEqualTo((byte) 3);
    bytes[at + 1] = 100;
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(MalformedPieceException.class)
        .hasMessage("The frames of a piece are not cut into 3x100.");
  }

  @Test
  void rubbishAndHalfPiecesAreRefused() {
    byte[] rubbish = new byte[4_096];
    new Random(1).nextBytes(rubbish);
    assertThatThrownBy(() -> read(rubbish)).hasMessage("The body is no piece of video.");
    byte[] half = Arrays.copyOf(HEADER.bytes(), HEADER.bytes().length - 1);
    assertThatThrownBy(() -> read(half)).isInstanceOf(EOFException.class);
  }

  @Test
  void packetsThatAreTooLargeTogetherAreRefused() {
    PiecePacket large = new PiecePacket(PieceHeader.MAX_PAYLOAD / 2 + 1, 0, 0, 0);
    PieceHeader piece =
        new PieceHeader(
            new byte[0], new byte[0], Double.NaN, HEADER.frames(), List.of(large, large));
    assertThatThrownBy(() -> read(piece.bytes())).hasMessage("The piece is too large.");
  }

  private static PieceHeader read(byte[] bytes) throws IOException {
    return PieceHeader.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}
