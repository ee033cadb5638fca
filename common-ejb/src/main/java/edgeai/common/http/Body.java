package edgeai.common.http;

import edgeai.common.error.InvalidInput;
import edgeai.common.error.Malformed;
import edgeai.common.error.TooLarge;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.ByteArrayInputStream;
import java.io.CharArrayReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.NoSuchElementException;

/** Bodies as streams and back, up to a limit. */
public final class Body {
  /** Nobody has reason to nest deeper; each level takes room on the stack of a request's thread. */
  static final int MAX_DEPTH = 64;

  /** Kept, since each look for a provider searches the class path. */
  private static final JsonParserFactory PARSERS =
      Json.createParserFactory(Map.of("org.eclipse.parsson.maxDepth", MAX_DEPTH));

  /** What begins a text in UTF-8 where its editor says so. */
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private static final int SMALL = 1 << 13;

  private Body() {}

  /**
   * @throws TooLarge over {@code maxBytes}
   * @throws Malformed where it ends before it should
   */
  public static byte[] read(InputStream body, long maxBytes) {
    try {
      byte[] bytes = body.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8));
      if (bytes.length > maxBytes) {
        throw new TooLarge("The body is larger than the %d bytes allowed.".formatted(maxBytes));
      }
      return bytes;
    } catch (IOException e) {
      throw new Malformed("The body breaks off before its end.");
    }
  }

  public static InputStream of(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * One JSON value in UTF-8.
   *
   * @throws InvalidInput where it is none, or something follows it
   */
  public static JsonValue json(byte[] bytes) {
    try (JsonParser parser = PARSERS.createParser(utf8(bytes))) {
      parser.next();
      JsonValue value = parser.getValue();
      parser.hasNext(); // throws where something follows
      return value;
    } catch (JsonParsingException e) {
      throw new InvalidInput(
          "The body is not valid JSON (line %d, column %d)."
              .formatted(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber()));
    } catch (JsonException | NoSuchElementException | CharacterCodingException e) {
      throw new InvalidInput("The body is not valid JSON in UTF-8.");
    } catch (RuntimeException e) {
      // the parser's limits on depth and digits, and exponents beyond BigDecimal
      throw new InvalidInput(
          "The body is not valid JSON: it nests too deeply, or a number is too long.");
    }
  }

  /**
   * Strict, where a parser's own reader would put a replacement for what is no UTF-8. The buffer of
   * a stream's reader is many times as large as most bodies.
   */
  private static Reader utf8(byte[] bytes) throws CharacterCodingException {
    int mark = bytes.length >= 3 && Arrays.equals(bytes, 0, 3, MARK, 0, 3) ? 3 : 0;
    CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
    if (bytes.length > SMALL) {
      return new InputStreamReader(
          new ByteArrayInputStream(bytes, mark, bytes.length - mark), strict);
    }
    CharBuffer text = strict.decode(ByteBuffer.wrap(bytes, mark, bytes.length - mark));
    return new CharArrayReader(text.array(), text.arrayOffset(), text.length());
  }
}
