package edgeai.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small file of text in UTF-8. */
final class TextFile {
  private static final int MOST_BYTES = 64 << 10;

  private TextFile() {}

  /**
   * Its lines, whatever system they were written on.
   *
   * @throws InvalidSettingException where it is no such file
   */
  static List<String> lines(Path path) {
    byte[] bytes = bytes(path);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(in).toString();
      return List.of(
          (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r\n|\n|\r", -1));
    } catch (CharacterCodingException e) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw InvalidSettingException.in(
          path, line, "is not in UTF-8: save the file in that encoding");
    }
  }

  private static byte[] bytes(Path path) {
    if (Files.isDirectory(path)) {
      throw InvalidSettingException.in(path, "is a folder, where a file of settings is looked for");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw InvalidSettingException.in(
            path, "is larger than a file of settings may be (%d bytes)".formatted(MOST_BYTES));
      }
      return bytes;
    } catch (IOException e) {
      throw InvalidSettingException.in(path, "cannot be read: look whether it is there, and whose");
    }
  }
}
