package edgeai.common.video;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the parent asks of the child, on the child's standard input.
 *
 * @param parent process id of the parent, whose death ends the child
 * @param file its path, or the address of a live source
 * @param container of the file, null where the source is live
 * @param live null where the source is a file
 * @param sampleFps frames per second to emit, 0 for all
 * @param jpegQuality 1 to 100
 * @param range which frames of a file; all of a live source
 * @param index where to write an index of the file instead of decoding it; null to decode
 * @param held whether it is to wait, once it is opened, for what is to become of it
 * @param grey whether each frame comes with a small grey picture
 */
record DecodeRequest(
    long parent,
    String file,
    ContainerSignature container,
    LiveSource.Kind live,
    double sampleFps,
    int jpegQuality,
    long maxPixels,
    double maxSeconds,
    FrameRange range,
    String index,
    boolean held,
    boolean grey)
    implements ChildRequest {

  /**
   * For frames of a file.
   *
   * @throws VideoException where it is of no container that is read
   */
  static DecodeRequest ofFile(Path file, FrameRange range, FrameWish wish, VideoLimits limits)
      throws VideoException {
    return new DecodeRequest(
        ProcessHandle.current().pid(),
        file.toAbsolutePath().toString(),
        ContainerSignature.require(file),
        null,
        wish.sampleFps(),
        wish.jpegQuality(),
        limits.maxPixels(),
        limits.maxSeconds(),
        range,
        null,
        false,
        wish.grey());
  }

  /** The same, to wait once it is opened, see {@link HeldVideo}. */
  DecodeRequest hold() {
    return with(index, true);
  }

  /** Of the same file, for its index. */
  DecodeRequest indexedIn(String path) {
    return with(path, false);
  }

  private DecodeRequest with(String newIndex, boolean newHeld) {
    return new DecodeRequest(
        parent,
        file,
        container,
        live,
        sampleFps,
        jpegQuality,
        maxPixels,
        maxSeconds,
        range,
        newIndex,
        newHeld,
        grey);
  }

  /**
   * For an index of a file.
   *
   * @throws VideoException where it is of no container that is read
   */
  static DecodeRequest ofIndex(Path file, Path index, VideoLimits limits) throws VideoException {
    return new DecodeRequest(
        ProcessHandle.current().pid(),
        file.toAbsolutePath().toString(),
        ContainerSignature.require(file),
        null,
        0,
        1,
        limits.maxPixels(),
        limits.maxSeconds(),
        FrameRange.ALL,
        index.toAbsolutePath().toString(),
        false,
        false);
  }

  /** For a live source, which may go on for as long as it likes. */
  static DecodeRequest ofLive(LiveSource source, FrameWish wish, VideoLimits limits) {
    return new DecodeRequest(
        ProcessHandle.current().pid(),
        source.address(),
        null,
        source.kind(),
        wish.sampleFps(),
        wish.jpegQuality(),
        limits.maxPixels(),
        Double.MAX_VALUE,
        FrameRange.ALL,
        null,
        false,
        wish.grey());
  }

  static DecodeRequest read(DataInputStream in) throws IOException {
    return new DecodeRequest(
        in.readLong(),
        in.readUTF(),
        in.readBoolean() ? ContainerSignature.valueOf(in.readUTF()) : null,
        in.readBoolean() ? LiveSource.Kind.valueOf(in.readUTF()) : null,
        in.readDouble(),
        in.readInt(),
        in.readLong(),
        in.readDouble(),
        FrameRange.read(in),
        in.readBoolean() ? in.readUTF() : null,
        in.readBoolean(),
        in.readBoolean());
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    out.writeLong(parent);
    out.writeUTF(file);
    writeName(out, container);
    writeName(out, live);
    out.writeDouble(sampleFps);
    out.writeInt(jpegQuality);
    out.writeLong(maxPixels);
    out.writeDouble(maxSeconds);
    range.write(out);
    writeText(out, index);
    out.writeBoolean(held);
    out.writeBoolean(grey);
  }

  private static void writeName(DataOutputStream out, Enum<?> value) throws IOException {
    writeText(out, value == null ? null : value.name());
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  /** The live source, empty where it is a file. */
  Optional<LiveSource> source() {
    return Optional.ofNullable(live).map(kind -> new LiveSource(kind, file));
  }

  /** What the source is called in the header. */
  String label() {
    return live == null ? container.label() : live.label();
  }

  /** Without the address, which may hold a password. */
  @Override
  public String toString() {
    return "a request to decode " + source().map(LiveSource::shown).orElse(file);
  }
}
