package edgeai.common.vision;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Why a native library could not be loaded, in one sentence: which, from which folder, and the way
 * out. The loaders throw an error whose own message names the last place they looked at; what the
 * system said is further down.
 */
public final class NativeFailure {

  private static final Pattern FILE =
      Pattern.compile("(/[^:\\n]*/)([^/:\\n]+\\.(?:so|dylib|jnilib)[.\\d]*): ");
  private static final Pattern MISSING =
      Pattern.compile(
          "([\\w.+-]+\\.so[.\\d]*): cannot open shared object file: No such file"
              + "|Error loading shared library ([\\w.+-]+): No such file");
  private static final Pattern C_LIBRARY =
      Pattern.compile("version [`'](GLIBC\\w*_[\\d.]+)' not found");
  private static final Pattern UNUSABLE =
      Pattern.compile(
          "Permission denied|AccessDeniedException|NoSuchFileException|Read-only file system");
  private static final Pattern NONE = Pattern.compile("no (\\w+) in java\\.library\\.path");

  /** The largest library has some 60 MB. */
  private static final long ROOM = 64L << 20;

  private static final String GIVEN_BY =
      "DATA_DIR (java.io.tmpdir and org.bytedeco.javacpp.cachedir, where they are set)";

  private NativeFailure() {}

  /** To be said to whoever starts the server. */
  public static String sentence(Throwable failure) {
    List<String> messages = messages(failure);
    String library = find(FILE, messages).map(m -> m.group(2)).orElse(null);
    String folder = find(FILE, messages).map(m -> m.group(1)).orElse(null);
    String subject =
        library == null
            ? "A native library cannot be loaded"
            : "The library %s cannot be loaded from %s".formatted(library, folder);
    return "%s: %s.".formatted(subject, reason(messages, folder));
  }

  private static String reason(List<String> messages, String folder) {
    String all = String.join("\n", messages);
    Optional<Matcher> missing = find(MISSING, messages);
    Optional<Matcher> none = find(NONE, messages);
    if (all.contains("No space left") || (none.isPresent() || missing.isPresent()) && isFull()) {
      return "there is no room to unpack it; make room where %s is".formatted(GIVEN_BY);
    }
    boolean musl = isMusl() || all.contains("ld-linux-") || all.contains("Error relocating");
    if (musl && (missing.isPresent() || all.contains("Error relocating"))) {
      return "this system's C library is musl, and the libraries need glibc; use a system with glibc (Debian, Ubuntu, Fedora), not Alpine";
    }
    if (missing.isPresent()) {
      String name =
          missing.get().group(1) == null ? missing.get().group(2) : missing.get().group(1);
      return "it needs the system's library %s, which is not installed; install the package that has it ('apt-file search %s' or 'dnf provides */%s' tells)"
          .formatted(name, name, name);
    }
    Optional<Matcher> version = find(C_LIBRARY, messages);
    if (version.isPresent()) {
      return "it needs %s, and this system's C library is older; use a newer system"
          .formatted(version.get().group(1));
    }
    if (all.contains("failed to map segment") || all.contains("Operation not permitted")) {
      return "programs and libraries may not run from there (the file system is mounted noexec); put %s on a file system without noexec"
          .formatted(GIVEN_BY);
    }
    if (UNUSABLE.matcher(all).find()) {
      return "it cannot be unpacked (%s); make %s a folder that is there and can be written to"
          .formatted(innermost(messages), GIVEN_BY);
    }
    if (all.contains("too short") || all.contains("invalid ELF")) {
      return "the file is damaged; delete the folder %s, and it is unpacked again"
          .formatted(folder);
    }
    return none.map(
            named ->
                "%s is missing for %s on %s; hand the server the jars built for this machine (--addlibs)"
                    .formatted(
                        named.group(1),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch")))
        .orElse(
            "%s; see that this machine has glibc and that %s is on a file system without noexec"
                .formatted(innermost(messages), GIVEN_BY));
  }

  /** Loaders go on without a library that they had no room for, and then miss it. */
  private static boolean isFull() {
    return Stream.of("java.io.tmpdir", "org.bytedeco.javacpp.cachedir")
        .map(System::getProperty)
        .filter(Objects::nonNull)
        .map(File::new)
        .filter(File::isDirectory)
        .anyMatch(folder -> folder.getUsableSpace() < ROOM);
  }

  /** Alpine's loader has this name on every processor. */
  private static boolean isMusl() {
    return Files.exists(Path.of("/etc/alpine-release"));
  }

  private static Optional<Matcher> find(Pattern pattern, List<String> messages) {
    return messages.stream().map(pattern::matcher).filter(Matcher::find).findFirst();
  }

  private static String innermost(List<String> messages) {
    return messages.get(0).lines().findFirst().orElse("no reason given").strip();
  }

  /** Of the failure, its causes and what they suppressed; what was said first comes first. */
  private static List<String> messages(Throwable failure) {
    List<String> messages = new ArrayList<>();
    collect(failure, messages, Collections.newSetFromMap(new IdentityHashMap<>()));
    Collections.reverse(messages);
    return messages;
  }

  private static void collect(Throwable failure, List<String> messages, Set<Throwable> seen) {
    if (failure != null && seen.add(failure)) {
      // of a file's trouble the message is only its name
      boolean itself = failure.getMessage() == null || failure instanceof IOException;
      messages.add(itself ? failure.toString() : failure.getMessage());
      for (Throwable suppressed : failure.getSuppressed()) {
        collect(suppressed, messages, seen);
      }
      collect(failure.getCause(), messages, seen);
    }
  }
}
