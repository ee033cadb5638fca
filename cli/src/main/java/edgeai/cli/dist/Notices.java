package edgeai.cli.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is to be said of parts that others made, for people: each with its licence and where its
 * text is. The standard texts come from the build.
 */
final class Notices {
  static final String NAME = "THIRD-PARTY-NOTICES.md";
  static final String TEXTS = "licences/texts";

  private static final String END =
      """

      Every library is in this archive as its maker published it. FFmpeg, LAME and libquadmath are under the LGPL: they
      are shared libraries in the jars `ffmpeg-*` and `openblas-*` in `app/payara-config/target/libs`, or built into
      them, and may be replaced by others that were made of their sources, which are where the table says.
      Portions of this software are copyright (C) The FreeType Project (www.freetype.org). All rights reserved.
      Licences with the GCC exception: https://www.gnu.org/licenses/gcc-exception-3.1.html
      """;

  private final Path archive;
  private final Path texts;
  private final String pages;

  /**
   * @param archive where licences were collected already
   * @param texts of licences, by their SPDX ids
   */
  Notices(Path archive, Path texts) throws IOException {
    this.archive = archive;
    this.texts = texts;
    StringBuilder said = new StringBuilder();
    for (String war : DistributionRole.SERVER.wars()) {
      Path file = archive.resolve("licences/%s/3rdpartylicenses.txt".formatted(war));
      said.append(Files.exists(file) ? Files.readString(file) : "");
    }
    this.pages = said.toString();
  }

  void write(List<DeliveredPart> parts) throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            # What came from others

            | part | version | licence | text | from |
            |---|---|---|---|---|
            """);
    Set<String> ids = new TreeSet<>();
    for (DeliveredPart part : sorted(parts)) {
      row(text, part, part.name() + platform(part).replaceFirst("-", " for "), ids);
      for (DeliveredPart inner : part.inner()) {
        row(text, inner, "%s, in %s".formatted(inner.name(), part.name()), ids);
      }
    }
    Files.writeString(archive.resolve(NAME), text.append(END));
    for (String id : ids) {
      Path target = archive.resolve(TEXTS).resolve(id + ".txt");
      Files.createDirectories(target.getParent());
      Files.copy(texts.resolve(id + ".txt"), target);
    }
  }

  private static List<DeliveredPart> sorted(List<DeliveredPart> parts) {
    List<DeliveredPart> all = new ArrayList<>(parts);
    all.removeIf(part -> part.group().equals("edgeai") && part.inner().isEmpty());
    all.sort(Comparator.comparing(part -> part.name().toLowerCase(Locale.ROOT)));
    return all;
  }

  private void row(StringBuilder text, DeliveredPart part, String name, Set<String> ids) {
    String licence = part.licence().orElse("unknown");
    text.append(
        "| %s | %s | %s | %s | %s |%n"
            .formatted(
                part.remark().isEmpty() || !part.group().isEmpty()
                    ? name
                    : "%s (%s)".formatted(name, part.remark()),
                part.version(),
                licence,
                place(part, licence, ids),
                part.site()));
  }

  /** What pages were made of says so, each with its text. */
  private boolean isInPages(DeliveredPart part) {
    return pages.contains("Package: %s\n".formatted(part.name()));
  }

  private static String platform(DeliveredPart part) {
    return part.purl().contains("classifier=")
        ? part.purl().replaceFirst(".*classifier=([^&]+).*", "-$1")
        : "";
  }

  /** Its own text where it has one, else the standard one. */
  private String place(DeliveredPart part, String licence, Set<String> ids) {
    String own = "licences/%s-%s%s".formatted(part.name(), part.version(), platform(part));
    if (Files.isDirectory(archive.resolve(own))) {
      return "`%s`".formatted(own);
    }
    if (part.name().equals("payara-micro")) {
      return "`licences/payara-micro`";
    }
    if (part.name().equals("OpenJDK")) {
      return "`runtime/legal`";
    }
    if (isInPages(part)) {
      return "`licences/*-war/3rdpartylicenses.txt`";
    }
    String id = licence.equals("GPL-3.0-with-GCC-exception") ? "GPL-3.0-or-later" : licence;
    ids.add(id);
    return "`%s/%s.txt`".formatted(TEXTS, id);
  }
}
