package edgeai.benchmark.still;

import edgeai.benchmark.footage.MadeClips;
import edgeai.benchmark.footage.PaintedFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Clips of the street as a fixed camera sees it, each with something that is hard for a gate. */
final class Scenes {
  private static final int SECONDS = 14;
  private static final int FRAMES = SECONDS * PaintedFrame.FPS;

  /** Of a sensor in daylight, in levels. */
  private static final double NOISE = 2.5;

  private static final double MUCH_NOISE = 6;

  private final MadeClips clips;
  private final Street street;
  private final double[] normal = normal();

  /** Paints one frame on what is there without it. */
  private interface Scene {
    byte[] paint(int frame);
  }

  Scenes(MadeClips clips, Street street) {
    this.clips = clips;
    this.street = street;
  }

  /** The clips, by what is in them. */
  Map<String, Path> all() throws IOException {
    Map<String, Path> all = new LinkedHashMap<>();
    all.put("nothing moves", made("quiet", NOISE, frame -> street.moment().clone()));
    all.put("much noise", made("noise", MUCH_NOISE, frame -> street.moment().clone()));
    all.put("slow light", made("light", NOISE, frame -> lit(1 + 0.3 * Math.sin(frame / 40.0))));
    all.put("flicker", made("flicker", NOISE, frame -> lit(frame % 2 == 0 ? 0.94 : 1.06)));
    all.put("a clock in a corner", made("clock", NOISE, this::withClock));
    all.put("a leaf moves", made("leaf", NOISE, this::withLeaf));
    all.put("a car enters slowly", made("enters", NOISE, frame -> withCar(enters(frame))));
    all.put("a car stops and starts", made("stops", NOISE, frame -> withCar(stops(frame))));
    return all;
  }

  private Path made(String name, double noise, Scene scene) throws IOException {
    return clips.painted(
        "still-%s.mp4".formatted(name),
        FRAMES,
        frame -> new PaintedFrame(noisy(scene.paint(frame), noise, frame)));
  }

  private byte[] lit(double factor) {
    byte[] frame = street.moment().clone();
    for (int i = 0; i < frame.length; i++) {
      frame[i] = level((frame[i] & 0xff) * factor);
    }
    return frame;
  }

  /** Digits that change, the last with each frame. */
  private byte[] withClock(int frame) {
    byte[] painted = street.moment().clone();
    Street.fill(painted, 20, 16, 230, 34, 0);
    int value = frame;
    for (int digit = 7; digit >= 0; digit--) {
      for (int segment = 0; segment < 4; segment++) {
        if ((value % 10 * 7 + segment * 3) % 5 < 3) {
          Street.fill(painted, 28 + 27 * digit, 20 + 7 * segment, 18, 4, 245);
        }
      }
      value /= 10;
    }
    return painted;
  }

  private byte[] withLeaf(int frame) {
    byte[] painted = street.moment().clone();
    int left = (int) Math.round(250 + 14 * Math.sin(frame * 0.9));
    int top = (int) Math.round(90 + 9 * Math.cos(frame * 1.3));
    Street.fill(painted, left, top, 26, 18, 40);
    return painted;
  }

  private byte[] withCar(double edge) {
    byte[] painted = street.empty().clone();
    street.car().onto(painted, edge);
    return painted;
  }

  /** From outside at the left, a pixel and a third a frame. */
  private double enters(int frame) {
    return frame * 4 / 3.0 - street.car().width();
  }

  /** Drives for four seconds, stands for six, and drives on. */
  private static double stops(int frame) {
    int driving =
        Math.min(frame, 4 * PaintedFrame.FPS) + Math.max(0, frame - 10 * PaintedFrame.FPS);
    return 60 + 6.0 * driving;
  }

  private byte[] noisy(byte[] frame, double deviation, int seed) {
    int from = new Random(seed).nextInt(normal.length);
    for (int i = 0; i < frame.length; i++) {
      frame[i] = level((frame[i] & 0xff) + deviation * normal[(from + i) % normal.length]);
    }
    return frame;
  }

  private static byte level(double value) {
    return (byte) Math.max(0, Math.min(255, Math.round(value)));
  }

  private static double[] normal() {
    Random random = new Random(11);
    return random.doubles(1 << 20).map(any -> random.nextGaussian()).toArray();
  }
}
