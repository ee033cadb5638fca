package edgeai.common.http;

import edgeai.common.error.InvalidInput;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The fields of one JSON object as they came, and the sentence for one that is not as it should be.
 *
 * @param prefix where the object is in the body, before its fields' names
 * @param lenient as {@link JsonInput#leniently} reads them
 * @param discreet whether no sentence repeats what was sent
 */
record JsonFields(JsonObject object, String prefix, boolean lenient, boolean discreet) {
  private static final int MAX_LIST_LENGTH = 10_000;
  private static final int LONGEST_SHOWN = 40;

  /** The fields of an object in one of these. */
  JsonFields within(JsonObject item, String name) {
    return new JsonFields(item, prefix + name, lenient, discreet);
  }

  JsonFields leniently() {
    return new JsonFields(object, prefix, true, discreet);
  }

  JsonFields discreetly() {
    return new JsonFields(object, prefix, lenient, true);
  }

  /** What a field is called in a sentence. */
  String shown(String name) {
    return prefix + name;
  }

  /** Whether the field is there; one that is null is not, where it is read leniently. */
  boolean has(String name) {
    return lenient ? hasValue(name) : object.containsKey(name);
  }

  /** Whether the field is there and not null. */
  boolean hasValue(String name) {
    return object.containsKey(name) && object.get(name) != JsonValue.NULL;
  }

  <T> List<T> list(String name, Function<JsonValue, T> element) {
    if (!has(name)) {
      return List.of();
    }
    JsonValue value = required(name);
    if (value.getValueType() != JsonValue.ValueType.ARRAY) {
      throw wrong(name, "a list", value);
    }
    if (value.asJsonArray().size() > MAX_LIST_LENGTH) {
      throw new InvalidInput(
          "%s has more than %d entries.".formatted(prefix + name, MAX_LIST_LENGTH));
    }
    List<T> items = new ArrayList<>();
    value.asJsonArray().forEach(item -> items.add(element.apply(item)));
    return List.copyOf(items);
  }

  JsonValue required(String name) {
    JsonValue value = object.get(name);
    if (value == null) {
      throw new InvalidInput("%s is missing.".formatted(prefix + name));
    }
    return value;
  }

  JsonValue requiredNumber(String name) {
    return lenient ? Leniency.number(required(name)) : required(name);
  }

  JsonValue requiredText(String name) {
    return lenient ? Leniency.text(required(name)) : required(name);
  }

  RuntimeException wrong(String name, String wanted, JsonValue value) {
    if (discreet) {
      return new InvalidInput("%s must be %s.".formatted(prefix + name, wanted));
    }
    String shown = value.toString();
    return new InvalidInput(
        "%s must be %s, not %s."
            .formatted(
                prefix + name,
                wanted,
                shown.length() > LONGEST_SHOWN ? shown.substring(0, LONGEST_SHOWN) + "…" : shown));
  }
}
