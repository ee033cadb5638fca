package edgeai.common.http;

import edgeai.common.error.InvalidInput;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads a JSON body strictly: a missing field, another type or a number out of range is refused by
 * name ({@link InvalidInput}); unknown fields are ignored. A field read with a fallback may be left
 * out. What nodes report is read {@link #leniently}.
 */
public final class JsonInput {
  /** What a body of plain fields may weigh. */
  public static final long MAX_BYTES = 1 << 20;

  private static final int MAX_TEXT_LENGTH = 4096;
  private static final Pattern UUID_FORM =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final JsonFields fields;

  private JsonInput(JsonFields fields) {
    this.fields = fields;
  }

  public static JsonInput of(JsonObject object) {
    return new JsonInput(new JsonFields(object, "", false, false));
  }

  /**
   * The same, where only one thing can be meant: a number may be written as text and the other way
   * round, {@code null} is as good as leaving a field out that may be, a long text is cut.
   */
  public JsonInput leniently() {
    return new JsonInput(fields.leniently());
  }

  /** As {@link #leniently}, and no refusal repeats what was sent. */
  public JsonInput discreetly() {
    return new JsonInput(fields.leniently().discreetly());
  }

  public static JsonInput parse(InputStream body) {
    return parse(body, MAX_BYTES);
  }

  /**
   * @throws edgeai.common.error.TooLarge over {@code maxBytes}
   * @throws InvalidInput where the body is no JSON object
   */
  public static JsonInput parse(InputStream body, long maxBytes) {
    return parse(Body.read(body, maxBytes));
  }

  /**
   * @throws InvalidInput where the bytes are no JSON object
   */
  public static JsonInput parse(byte[] bytes) {
    JsonValue value = Body.json(bytes);
    if (value.getValueType() != JsonValue.ValueType.OBJECT) {
      throw new InvalidInput("The body must be a JSON object.");
    }
    return of(value.asJsonObject());
  }

  /**
   * A list of objects.
   *
   * @throws InvalidInput where the body is none
   */
  public static List<JsonInput> parseList(InputStream body) {
    JsonValue value = Body.json(Body.read(body, MAX_BYTES));
    if (value instanceof JsonArray list
        && list.stream().allMatch(item -> item instanceof JsonObject)) {
      return list.stream().map(item -> of(item.asJsonObject())).toList();
    }
    throw new InvalidInput("The body must be a JSON list of objects.");
  }

  /** As {@link PrintableId} wants it. */
  public String id(String name) {
    return PrintableId.require(fields.shown(name), text(name));
  }

  public String text(String name) {
    JsonValue value = fields.requiredText(name);
    if (value instanceof JsonString string) {
      if (fields.lenient()) {
        return Leniency.cut(string.getString(), MAX_TEXT_LENGTH);
      }
      if (string.getString().length() > MAX_TEXT_LENGTH) {
        throw new InvalidInput(
            "%s is longer than %d characters.".formatted(fields.shown(name), MAX_TEXT_LENGTH));
      }
      return string.getString();
    }
    throw fields.wrong(name, "a string", value);
  }

  public String text(String name, String fallback) {
    return has(name) ? text(name) : fallback;
  }

  public String longText(String name) {
    JsonValue value = fields.required(name);
    if (value instanceof JsonString string) {
      return string.getString();
    }
    throw fields.wrong(name, "a string", value);
  }

  public String choice(String name, String fallback, List<String> allowed) {
    return has(name) ? choice(name, allowed) : fallback;
  }

  /** One of the texts allowed. */
  public String choice(String name, List<String> allowed) {
    String value = text(name);
    if (!allowed.contains(value)) {
      throw new InvalidInput(
          "%s must be one of %s.".formatted(fields.shown(name), String.join(", ", allowed)));
    }
    return value;
  }

  public long whole(String name, long min, long max) {
    return JsonNumbers.whole(fields, name, min, max);
  }

  public long whole(String name, long min, long max, long fallback) {
    return has(name) ? whole(name, min, max) : fallback;
  }

  public int integer(String name, int min, int max) {
    return (int) whole(name, min, max);
  }

  public double decimal(String name, double min, double max) {
    return JsonNumbers.decimal(fields, name, min, max);
  }

  public double decimal(String name, double min, double max, double fallback) {
    return has(name) ? decimal(name, min, max) : fallback;
  }

  /** ISO 8601 with any offset, as UTC where there is none. */
  public Instant instant(String name) {
    return Instants.parse(text(name))
        .orElseThrow(() -> new InvalidInput(Instants.refusal(fields.shown(name))));
  }

  /** As {@link #texts}, where the field may not be left out. */
  public List<String> requiredTexts(String name) {
    JsonValue value = fields.required(name);
    if (value == JsonValue.NULL) {
      // it may not be left out, so null is no way to do so
      throw fields.wrong(name, "a list", value);
    }
    return texts(name);
  }

  public List<String> texts(String name) {
    return fields.list(
        name,
        item -> {
          JsonValue value = fields.lenient() ? Leniency.text(item) : item;
          if (value instanceof JsonString string) {
            return PrintableId.require(fields.shown(name), string.getString());
          }
          throw fields.wrong(name, "a list of strings", value);
        });
  }

  /** A UUID, null where the field is missing or null. */
  public UUID uuid(String name) {
    if (!hasValue(name)) {
      return null;
    }
    String value = text(name);
    if (!UUID_FORM.matcher(value).matches()) {
      throw fields.wrong(name, "a UUID", fields.required(name));
    }
    return UUID.fromString(value);
  }

  public <T> List<T> objects(String name, Function<JsonInput, T> element) {
    return fields.list(
        name,
        value -> {
          if (value instanceof JsonObject item) {
            return element.apply(new JsonInput(fields.within(item, name + "[].")));
          }
          throw fields.wrong(name, "a list of objects", value);
        });
  }

  public JsonInput object(String name) {
    JsonValue value = fields.required(name);
    if (value instanceof JsonObject item) {
      return new JsonInput(fields.within(item, name + "."));
    }
    throw fields.wrong(name, "an object", value);
  }

  /** Whether the field is there; one that is null is not, where it is read leniently. */
  public boolean has(String name) {
    return fields.has(name);
  }

  /** Whether the field is there and not null. */
  public boolean hasValue(String name) {
    return fields.hasValue(name);
  }

  /** The field names there are, in the order of the body. */
  public List<String> names() {
    return List.copyOf(fields.object().keySet());
  }
}
