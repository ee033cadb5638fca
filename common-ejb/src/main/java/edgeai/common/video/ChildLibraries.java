package edgeai.common.video;

import java.util.concurrent.CompletableFuture;
import org.bytedeco.ffmpeg.global.avfilter;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;

/**
 * The native libraries of the child, each loaded once it is needed: those for pictures take longer
 * than all others together, and neither an index nor the pixels for a network need them. One thread
 * at a time loads, since JavaCPP cannot unpack two libraries at once.
 */
final class ChildLibraries {
  private static boolean pictures;
  private static Error failure;

  private ChildLibraries() {}

  /** What reads videos and scales their pixels, which all children need. */
  static synchronized void loadReading() {
    Loader.load(avformat.class);
    Loader.load(swscale.class);
  }

  /** What makes whole frames of fields. */
  static synchronized void loadFields() {
    Loader.load(avfilter.class);
  }

  /**
   * What turns pictures and makes JPEGs of them; waits where another thread loads it.
   *
   * @throws Error that of the first try, which is the one that says why
   */
  static synchronized void loadPictures() {
    if (failure != null) {
      throw failure;
    }
    if (!pictures) {
      try {
        Loader.load(opencv_core.class);
        Loader.load(opencv_imgcodecs.class);
        pictures = true;
      } catch (Error e) {
        failure = e;
        throw e;
      }
    }
  }

  /** Begins to load what makes pictures, while its caller opens the video. */
  static void loadPicturesAhead() {
    CompletableFuture.runAsync(ChildLibraries::loadPictures); // who needs them hears what failed
  }

  /** All that any video may need. */
  static void loadAll() {
    loadReading();
    loadFields();
    loadPictures();
  }
}
