package edgeai.settings;

import java.util.Locale;
import java.util.Optional;

/**
 * Which frames are not inferred, since they show nothing new.
 *
 * @param written as it may be written: {@code off}, {@code safe}, {@code fast} or a number
 * @param gate from which change on a frame is inferred, 0 to 1; NaN where each is; below 0 where
 *     nobody knows
 */
public record SkipStill(String written, double gate) {
  /** What may be written, in words. */
  public static final String ALLOWED = "off, safe, fast or a number from 0 to 1";

  /** Each frame is inferred. */
  public static final SkipStill OFF = new SkipStill("off", Double.NaN);

  /** As good as if each were: three of 36 small fields that differ, one where something is. */
  public static final SkipStill SAFE = new SkipStill("safe", 0.08);

  /** Small changes are passed over: twice as many fields. */
  public static final SkipStill FAST = new SkipStill("fast", 0.16);

  /** Empty where it is not allowed. */
  public static Optional<SkipStill> of(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "off" -> Optional.of(OFF);
      case "safe" -> Optional.of(SAFE);
      case "fast" -> Optional.of(FAST);
      default -> number(text.strip());
    };
  }

  /** What somebody else wrote, of whom this one knows less: nothing may be done by it. */
  public static SkipStill unknown(String written) {
    return new SkipStill(written, -1);
  }

  private static Optional<SkipStill> number(String text) {
    try {
      double gate = NumberKinds.decimal(0, 1).parse("", text);
      return Optional.of(new SkipStill(NumberKinds.decimal(0, 1).written(gate), gate));
    } catch (InvalidSettingException e) {
      return Optional.empty();
    }
  }

  static Kind<SkipStill> kind() {
    return new Kind<>(
        ALLOWED,
        (name, value) ->
            of(value).orElseThrow(() -> new InvalidSettingException(name, value, ALLOWED)),
        SkipStill::written);
  }

  public boolean isKnown() {
    return !(gate < 0);
  }

  public boolean isOff() {
    return Double.isNaN(gate);
  }
}
