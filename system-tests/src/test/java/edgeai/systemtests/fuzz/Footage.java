package edgeai.systemtests.fuzz;

import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.Traffic;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Small files of all kinds that are taken: made here, and samples where {@code EDGE_SAMPLES} is
 * set.
 */
final class Footage {
  private static final int FRAMES = 12;
  private static final int MOST = 4 << 20;

  /** By container; the ending chooses the codec. */
  private static final List<String> ENDINGS =
      List.of("mp4", "mov", "mkv", "webm", "avi", "ts", "mpg", "flv", "wmv", "h264");

  private static final List<byte[]> VIDEOS = new ArrayList<>();
  private static final List<byte[]> PICTURES = new ArrayList<>();

  private Footage() {}

  static synchronized List<byte[]> videos() {
    if (VIDEOS.isEmpty()) {
      Path folder = Build.emptyFolder("fuzz-footage");
      ENDINGS.forEach(ending -> VIDEOS.add(read(write(folder.resolve("traffic." + ending)))));
      VIDEOS.addAll(samples(".mp4"));
    }
    return VIDEOS;
  }

  static synchronized List<byte[]> pictures() {
    if (PICTURES.isEmpty()) {
      PICTURES.add(Traffic.picture());
      PICTURES.add(picture("png"));
      PICTURES.add(picture("bmp"));
      PICTURES.addAll(samples(".jpg"));
    }
    return PICTURES;
  }

  private static Path write(Path file) {
    try {
      return Traffic.video(file, FRAMES).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] picture(String format) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(Traffic.picture()));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalStateException("no writer of " + format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<byte[]> samples(String ending) {
    String folder = System.getenv().getOrDefault("EDGE_SAMPLES", "");
    if (folder.isEmpty()) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files
          .filter(file -> file.toString().endsWith(ending) && file.toFile().length() < MOST)
          .sorted()
          .map(Footage::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
