package edgeai.systemtests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Frames of a WebSocket as a client must not send them, and messages that nobody asked for. */
final class WrongFrames {
  private static final int FIN = 0x80;
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final String ACK =
      "{\"type\":\"ack\",\"data\":{\"camera_id\":\"fuzz-1\",\"command\":\"stop\",\"state\":\"stopped\"}}";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private WrongFrames() {}

  static byte[] draw(Dice dice) {
    WrongFrames frames = new WrongFrames();
    byte[] text = dice.oneIn(2) ? ACK.getBytes(UTF_8) : spoilt(dice);
    switch (dice.below(14)) {
      case 0 -> frames.frame(FIN | dice.of(0x10, 0x20, 0x40, 0x70) | TEXT, text, true);
      case 1 -> frames.frame(FIN | TEXT, text, false);
      case 2 -> frames.frame(FIN | dice.of(3, 7, 11, 15), text, true);
      case 3 -> frames.frame(FIN, text, true);
      case 4 -> frames.length(FIN | TEXT, dice.of(Long.MAX_VALUE, -1L, 1L << 40, 70_000_000L));
      case 5 -> frames.repeat(dice.of(10, 2_000), TEXT & 0, TEXT, text);
      case 6 -> frames.frame(FIN | TEXT, new byte[] {(byte) 0xc3, 0x28, (byte) 0xff}, true);
      case 7 -> frames.close(dice.of(0, 999, 1004, 1005, 1006, 1015, 2999, 5000, 65_535), text);
      case 8 -> frames.frame(FIN | CLOSE, new byte[] {3}, true);
      case 9 -> frames.repeat(dice.of(10, 500, 3_000), FIN | PING, FIN | PING, new byte[10]);
      case 10 -> frames.frame(dice.of(PING, FIN | PING, FIN | CLOSE), new byte[200], true);
      case 11 ->
          frames.frame(
              FIN | dice.of(TEXT, BINARY), new byte[dice.of(65_535, 70_000, 200_000)], true);
      case 12 -> frames.repeat(dice.of(1, 20), FIN | TEXT, FIN | dice.of(TEXT, BINARY, PONG), text);
      default -> frames.out.writeBytes(dice.bytes(dice.between(1, 400)));
    }
    return frames.out.toByteArray();
  }

  private static byte[] spoilt(Dice dice) {
    return JsonSpoiler.spoil(
        dice,
        edgeai.systemtests.fixture.Wire.object(
            "type",
            "ack",
            "data",
            edgeai.systemtests.fixture.Wire.object(
                "camera_id", "fuzz-1", "command", "stop", "state", "stopped")));
  }

  private void repeat(int times, int later, int first, byte[] payload) {
    for (int i = 0; i < times; i++) {
      frame(i == 0 ? first : later, payload.length > 5_000 ? new byte[10] : payload, true);
    }
  }

  private void close(int code, byte[] reason) {
    byte[] payload = new byte[2 + Math.min(100, reason.length)];
    payload[0] = (byte) (code >> 8);
    payload[1] = (byte) code;
    System.arraycopy(reason, 0, payload, 2, payload.length - 2);
    frame(FIN | CLOSE, payload, true);
  }

  private void length(int first, long promised) {
    out.write(first);
    out.write(0x80 | 127);
    for (int shift = 56; shift >= 0; shift -= 8) {
      out.write((int) (promised >> shift));
    }
    out.writeBytes(new byte[20]);
  }

  /** Its mask is all zeros, so that the payload stands as it is. */
  private void frame(int first, byte[] payload, boolean masked) {
    int mask = masked ? 0x80 : 0;
    out.write(first);
    if (payload.length < 126) {
      out.write(mask | payload.length);
    } else if (payload.length < 65_536) {
      out.write(mask | 126);
      out.write(payload.length >> 8);
      out.write(payload.length);
    } else {
      out.write(mask | 127);
      out.writeBytes(java.nio.ByteBuffer.allocate(8).putLong(payload.length).array());
    }
    if (masked) {
      out.writeBytes(new byte[4]);
    }
    out.writeBytes(payload);
  }
}
