package edgeai.systemtests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Writes a good value with one thing wrong: one of its values, one of its names, or the whole. */
final class JsonSpoiler {
  private static final int DEEPEST = 100_000;
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-1",
          "-0",
          "1.5",
          "1e400",
          "1e-400",
          "-1e308",
          "01",
          "+1",
          ".5",
          "1.",
          "0x1F",
          "NaN",
          "-Infinity",
          "9007199254740992",
          "9007199254740993",
          "9223372036854775808",
          "99999999999999999999999999",
          "65536",
          "2147483648",
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "[{}]",
          "{\"\":null}",
          "\"\"",
          "\" \"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\u0000\"",
          "\"\\x\"",
          "\"\\u12\"",
          "\"\t\"",
          "'a'",
          "undefined",
          "\"7\"",
          "\"1e3\"",
          "\"NaN\"",
          "\"true\"");

  private final Dice dice;
  private int left;
  private boolean done;

  private JsonSpoiler(Dice dice, int values) {
    this.dice = dice;
    this.left = dice.below(values);
  }

  static byte[] spoil(Dice dice, JsonValue good) {
    if (dice.oneIn(4)) {
      return whole(dice, good.toString());
    }
    return new JsonSpoiler(dice, count(good)).write(good).getBytes(UTF_8);
  }

  private static byte[] whole(Dice dice, String good) {
    byte[] bytes = good.getBytes(UTF_8);
    return switch (dice.below(13)) {
      case 0 -> Arrays.copyOf(bytes, dice.below(bytes.length));
      case 1 -> (good + dice.of("}", "x", "{}", "\u0000", ",", good)).getBytes(UTF_8);
      case 2 -> ("[" + good + "]").getBytes(UTF_8);
      case 3 -> ("\ufeff" + good).getBytes(UTF_8);
      case 4 -> good.getBytes(UTF_16LE);
      case 5 -> damaged(dice, bytes);
      case 6 -> nested(dice).getBytes(UTF_8);
      case 7 -> good.replace(":", "/* */:").getBytes(UTF_8);
      case 8 -> good.replace(",", ",,").getBytes(UTF_8);
      case 9 -> good.replace("\"", "'").getBytes(UTF_8);
      case 10 -> (" ".repeat(dice.of(1, 100_000)) + good).getBytes(UTF_8);
      case 11 -> dice.bytes(dice.between(0, 200));
      default ->
          dice.of("", "null", "7", "\"\"", "[]", "{}", "nul", "{\"a\"", "{:1}").getBytes(UTF_8);
    };
  }

  private static byte[] damaged(Dice dice, byte[] bytes) {
    byte[] damaged = bytes.clone();
    for (int i = dice.between(1, 4); i > 0; i--) {
      damaged[dice.below(damaged.length)] = (byte) dice.below(256);
    }
    return damaged;
  }

  private static String nested(Dice dice) {
    int depth = dice.of(65, 1_000, DEEPEST);
    return switch (dice.below(4)) {
      case 0 -> "[".repeat(depth);
      case 1 -> "{\"a\":".repeat(depth);
      case 2 -> "[".repeat(depth) + "]".repeat(depth);
      default -> "{\"a\":[".repeat(depth) + "]}".repeat(depth);
    };
  }

  private static int count(JsonValue value) {
    if (value instanceof JsonObject object) {
      return 1 + object.values().stream().mapToInt(JsonSpoiler::count).sum();
    }
    return value instanceof JsonArray array
        ? 1 + array.stream().mapToInt(JsonSpoiler::count).sum()
        : 1;
  }

  private boolean isHit() {
    return !done && left-- == 0 && (done = true);
  }

  private String write(JsonValue value) {
    if (isHit()) {
      return wrong(value);
    }
    if (value instanceof JsonObject object) {
      StringJoiner fields = new StringJoiner(",", "{", "}");
      for (Map.Entry<String, JsonValue> field : object.entrySet()) {
        field(fields, field.getKey(), field.getValue());
      }
      return fields.toString();
    }
    if (value instanceof JsonArray array) {
      StringJoiner items = new StringJoiner(",", "[", "]");
      array.forEach(item -> items.add(write(item)));
      return items.toString();
    }
    return value.toString();
  }

  private void field(StringJoiner fields, String name, JsonValue value) {
    String good = "\"%s\":%s".formatted(name, value);
    if (done || left != 0 || dice.oneIn(2)) {
      fields.add("\"%s\":%s".formatted(name, write(value)));
      return;
    }
    done = true;
    switch (dice.below(5)) {
      case 0 -> {} // left out
      case 1 -> fields.add(good).add("\"%s\":%s".formatted(name, dice.of(VALUES)));
      case 2 -> fields.add("\"%s\":%s".formatted(name.toUpperCase(java.util.Locale.ROOT), value));
      case 3 -> fields.add("\"%s\\u0000\":%s".formatted(name, value));
      default -> fields.add(name + ":" + value);
    }
  }

  private String wrong(JsonValue value) {
    return switch (dice.below(10)) {
      case 0, 1 -> Json.createValue(Texts.odd(dice)).toString();
      case 2 -> nested(dice);
      case 3 -> "\"" + "x".repeat(dice.of(200, 5_000, 1_000_000)) + "\"";
      case 4 -> "9".repeat(dice.of(30, 400, 5_000));
      case 5 -> "[" + (value + ",").repeat(dice.of(2, 70, 300)) + value + "]";
      default -> dice.of(VALUES);
    };
  }
}
