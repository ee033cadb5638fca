package edgeai.cli.dist;

import edgeai.cli.console.Misuse;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** An operating system on a processor, for which archives are made. */
enum Platform {
  LINUX_X86_64("linux-x86_64", "linux-x86_64"),
  LINUX_AARCH64("linux-aarch64", "linux-arm64"),
  MACOS_X86_64("macos-x86_64", "macosx-x86_64"),
  MACOS_AARCH64("macos-aarch64", "macosx-arm64");

  private final String word;
  private final String natives;

  Platform(String word, String natives) {
    this.word = word;
    this.natives = natives;
  }

  /**
   * The one that was typed.
   *
   * @throws Misuse where there is no such one
   */
  static Platform of(String typed) {
    return Arrays.stream(values())
        .filter(platform -> platform.word.equals(typed))
        .findFirst()
        .orElseThrow(
            () ->
                new Misuse(
                    "--platform takes one of %s, not"
                        .formatted(
                            Arrays.stream(values())
                                .map(Platform::word)
                                .collect(Collectors.joining(", "))),
                    typed));
  }

  /** That of this machine. */
  static Platform here() {
    return of(word(System.getProperty("os.name"), System.getProperty("os.arch")));
  }

  /**
   * As this project calls what Java calls {@code Mac OS X}, or {@code Darwin} in a JDK's file, and
   * {@code amd64}.
   */
  static String word(String name, String processor) {
    String system = name.toLowerCase(Locale.ROOT);
    boolean isMac = system.startsWith("mac") || system.equals("darwin");
    String known = isMac ? "macos" : system.split(" ")[0];
    return known + "-" + (processor.equals("amd64") ? "x86_64" : processor);
  }

  /** As it stands in an archive's name. */
  String word() {
    return word;
  }

  /** As the makers of native libraries call it. */
  String natives() {
    return natives;
  }
}
