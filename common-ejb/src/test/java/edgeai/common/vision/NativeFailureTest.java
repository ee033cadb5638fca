package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

/** What loaders throw, in the words that Linux's loaders use. */
class NativeFailureTest {

  private static final String PLACE = "/data/tmp/libonnxruntime.so: /data/tmp/libonnxruntime.so: ";

  @Test
  void aMountWithoutPrograms() {
    assertThat(
            sentence(new UnsatisfiedLinkError(PLACE + "failed to map segment from shared object")))
        .startsWith("The library libonnxruntime.so cannot be loaded from /data/tmp/: ")
        .contains("noexec", "DATA_DIR");
  }

  @Test
  void theReasonThatALoaderHidesInItsCause() {
    UnsatisfiedLinkError last =
        new UnsatisfiedLinkError("no jniavutil in java.library.path: /usr/lib");
    last.initCause(
        new UnsatisfiedLinkError(
            "/c d/x.jar/libjniavutil.so: /c d/x.jar/libjniavutil.so: failed to map segment from shared object"));

    assertThat(sentence(new ExceptionInInitializerError(last)))
        .startsWith("The library libjniavutil.so cannot be loaded from /c d/x.jar/: ")
        .contains("noexec");
  }

  @Test
  void aMissingSystemLibrary() {
    assertThat(
            sentence(
                new UnsatisfiedLinkError(
                    PLACE
                        + "libgomp.so.1: cannot open shared object file: No such file or directory")))
        .contains("libonnxruntime.so", "system's library libgomp.so.1", "install");
  }

  @Test
  void musl() {
    assertThat(
            sentence(
                new UnsatisfiedLinkError(
                    "/data/tmp/libonnxruntime.so: Error loading shared library ld-linux-x86-64.so.2: No such file or directory (needed by /data/tmp/libonnxruntime.so)")))
        .contains("musl", "glibc");
    assertThat(
            sentence(
                new UnsatisfiedLinkError(
                    "/data/tmp/libonnxruntime.so: Error relocating /data/tmp/libonnxruntime.so: __vsnprintf_chk: symbol not found")))
        .contains("musl", "glibc");
  }

  @Test
  void anOldCLibrary() {
    assertThat(
            sentence(
                new UnsatisfiedLinkError(
                    PLACE
                        + "/lib/libc.so.6: version `GLIBC_2.34' not found (required by /data/tmp/libonnxruntime.so)")))
        .contains("GLIBC_2.34", "newer system");
  }

  @Test
  void aFileThatWasCutOff() {
    assertThat(sentence(new UnsatisfiedLinkError(PLACE + "file too short")))
        .contains("damaged", "delete the folder /data/tmp/");
  }

  @Test
  void noneForThisMachine() {
    assertThat(
            sentence(new UnsatisfiedLinkError("no jniopencv_core in java.library.path: /usr/lib")))
        .startsWith("A native library cannot be loaded: jniopencv_core is missing for ")
        .contains("--addlibs");
  }

  @Test
  void aFolderThatCannotBeUsed() {
    RuntimeException failure =
        new RuntimeException(
            "Failed to load onnx-runtime library",
            new NoSuchFileException("/nowhere/onnxruntime-java1"));

    assertThat(sentence(new ExceptionInInitializerError(failure)))
        .contains("cannot be unpacked", "NoSuchFileException: /nowhere/", "DATA_DIR");
    assertThat(sentence(new UnsatisfiedLinkError("x: Permission denied")))
        .contains("cannot be unpacked", "can be written to");
  }

  @Test
  void noRoom() {
    assertThat(
            sentence(
                new ExceptionInInitializerError(
                    new RuntimeException("x", new IOException("No space left on device")))))
        .contains("no room", "DATA_DIR");
  }

  @Test
  void whateverElse() {
    assertThat(sentence(new NoClassDefFoundError("Could not initialize class a.B")))
        .contains("Could not initialize class a.B", "noexec")
        .endsWith(".")
        .doesNotContain("\n");
    assertThat(sentence(new ExceptionInInitializerError())).endsWith(".");
  }

  private static String sentence(Throwable failure) {
    return NativeFailure.sentence(failure);
  }
}
