package edgeai.coco;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The model's file with the texts that go with it, and the hash that it must have.
 *
 * @param folder that what is made of it is kept in, over builds and over the cleaning before them
 * @param pinned a file with the hash
 */
record MadeModel(Path folder, Path pinned) {
  private static final String FILE = "coco.onnx";
  private static final String LICENCE = "LICENSE";
  private static final String NOTICE = "NOTICE";
  private static final String MADE_OF = "made-of.txt";

  Path file() {
    return folder.resolve(FILE);
  }

  /** Whether this made it, or something else that makes the same. */
  boolean isOf(String makers) throws IOException {
    Path note = folder.resolve(MADE_OF);
    return Files.isRegularFile(note) && Files.readString(note).equals(makers);
  }

  /** Whether it is there, and the one that this checkout wants. */
  boolean isThere() throws IOException {
    return Files.isRegularFile(file())
        && Files.isRegularFile(folder.resolve(LICENCE))
        && Sha256Text.of(Files.readAllBytes(file())).equals(sha256());
  }

  private String sha256() throws IOException {
    return Files.readString(pinned).strip().split("\\s+")[0];
  }

  /**
   * Puts it there, whole or not at all.
   *
   * @throws IllegalStateException where it is another model than the one that is wanted
   */
  void put(byte[] model, Path licence, String makers) throws IOException {
    String made = Sha256Text.of(model);
    if (!made.equals(sha256())) {
      throw new IllegalStateException(
          "what was made has the hash %s, and %s says %s: where the source or this code has changed, put the new one there"
              .formatted(made, pinned, sha256()));
    }
    Files.createDirectories(folder);
    copy(licence, folder.resolve(LICENCE));
    Path part = folder.resolve(FILE + ".part");
    try {
      Files.write(part, model);
      Files.move(part, file(), StandardCopyOption.ATOMIC_MOVE);
      Files.writeString(folder.resolve(MADE_OF), makers);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Puts it into a folder of the build, with all that is to be known of it. */
  void packInto(Path target, Path notice) throws IOException {
    Files.createDirectories(target);
    copy(file(), target.resolve(FILE));
    copy(folder.resolve(LICENCE), target.resolve(LICENCE));
    copy(notice, target.resolve(NOTICE));
  }

  /** Takes away what is there and was packed, so that no build has a model it does not want. */
  void discard(Path target) throws IOException {
    Files.deleteIfExists(file());
    for (String packed : List.of(FILE, LICENCE, NOTICE)) {
      Files.deleteIfExists(target.resolve(packed));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
  }
}
