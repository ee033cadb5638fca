package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_SKIP_REPEATED;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_flags;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;

import edgeai.common.vision.NativeFailure;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * The child process: reads a {@link ChildRequest} from standard input and answers with {@link
 * DecoderMessage}s on standard output. It ends when it is done, when nobody reads it or when its
 * parent is gone.
 */
public final class DecoderMain {
  private static final long LARGEST_NATIVE_BLOCK = 512L << 20;

  /** {@code EX_SOFTWARE} of sysexits.h. */
  private static final int EX_SOFTWARE = 70;

  /** Before the sentence that says which native library could not be loaded. */
  static final String NO_LIBRARY = "decoder: ";

  /** {@code EX_CONFIG} of sysexits.h: native libraries cannot be loaded. */
  static final int EX_CONFIG = 78;

  private static final DecoderMessage.Refusal NO_MEMORY =
      new DecoderMessage.Refusal("needs more memory to decode than is allowed");

  private DecoderMain() {}

  /** Decodes one video, or pieces of one; takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    FileOutputStream standardOutput = new FileOutputStream(FileDescriptor.out);
    Locale.setDefault(Locale.ENGLISH); // what it says goes into answers of the API
    System.setOut(System.err); // whoever prints must not print into the protocol
    Optional<DecoderMessage.Refusal> hindrance = load(DecoderMain::prepare);
    DataInputStream in = new DataInputStream(System.in);
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(standardOutput, 1 << 16));
    ChildRequest request;
    try {
      while ((request = ChildRequest.read(in)) == null) {
        hindrance = load(ChildLibraries::loadAll);
      }
    } catch (EOFException e) {
      return; // a spare that was never needed
    }
    endWith(request.parent());
    try (out) {
      answer(request, hindrance, in, out);
    } catch (RuntimeException e) {
      e.printStackTrace();
      System.exit(EX_SOFTWARE); // 1 is left to a child that never came to its work
    }
  }

  private static void prepare() {
    ChildLibraries.loadReading();
    av_log_set_level(AV_LOG_ERROR);
    av_log_set_flags(AV_LOG_SKIP_REPEATED);
    av_max_alloc(LARGEST_NATIVE_BLOCK);
  }

  /** Loads libraries, which a spare does before it knows its video; says what hinders it. */
  private static Optional<DecoderMessage.Refusal> load(Runnable libraries) {
    try {
      libraries.run();
      return Optional.empty();
    } catch (OutOfMemoryError e) {
      return Optional.of(NO_MEMORY);
    } catch (LinkageError e) {
      throw endWithout(e);
    }
  }

  /** Ends for want of a library. */
  private static LinkageError endWithout(LinkageError library) {
    System.err.println(NO_LIBRARY + NativeFailure.sentence(library));
    System.exit(EX_CONFIG);
    return library;
  }

  /** The JDK's own process reaper watches, so that even a decoder that hangs in C code ends. */
  private static void endWith(long parent) {
    ProcessHandle.of(parent)
        .ifPresentOrElse(process -> process.onExit().thenRun(DecoderMain::halt), DecoderMain::halt);
  }

  private static void halt() {
    Runtime.getRuntime().halt(1);
  }

  private static void answer(
      ChildRequest request,
      Optional<DecoderMessage.Refusal> hindrance,
      DataInputStream in,
      DataOutputStream out)
      throws IOException {
    Optional<? extends DecoderMessage> last;
    try {
      last = hindrance.isPresent() ? hindrance : run(request, in, out);
    } catch (VideoException e) {
      boolean unauthorized = e.kind() == VideoException.Kind.UNAUTHORIZED;
      last = Optional.of(new DecoderMessage.Refusal(e.getMessage(), unauthorized));
    } catch (OutOfMemoryError e) {
      last = Optional.of(NO_MEMORY);
    } catch (LinkageError e) {
      throw endWithout(e); // of one that only this video needs
    }
    if (last.isPresent()) {
      last.get().write(out);
      out.flush();
    }
  }

  /** Does what is asked; what is left to be said last. */
  private static Optional<DecoderMessage> run(
      ChildRequest request, DataInputStream in, DataOutputStream out)
      throws VideoException, IOException {
    return switch (request) {
      case DecodeRequest video -> Optional.of(decode(video, in, out));
      case PieceSessionRequest pieces -> {
        new PieceSession(pieces.maxPixels(), in, out).run();
        yield Optional.empty();
      }
    };
  }

  private static DecoderMessage decode(
      DecodeRequest request, DataInputStream in, DataOutputStream out)
      throws VideoException, IOException {
    if (request.live() == LiveSource.Kind.WEBCAM) {
      return new WebcamSession(request, out).run();
    }
    if (request.source().isPresent()) {
      av_log_set_level(AV_LOG_QUIET); // what FFmpeg says of an address may hold its password
    }
    if (request.index() != null) {
      try (MediaFile file = new MediaFile(request)) {
        return new IndexSession(request, file, out).run();
      }
    }
    if (!request.held()) {
      ChildLibraries.loadPicturesAhead();
    }
    if (request.range().isFar()) {
      try (MediaFile file = new MediaFile(request)) {
        Optional<DecoderMessage> end = new DecodeSession(request, file, in, out).seek();
        if (end.isPresent()) {
          return end.get();
        }
      }
    }
    try (MediaFile file = new MediaFile(request)) {
      return new DecodeSession(request, file, in, out).run();
    }
  }
}
