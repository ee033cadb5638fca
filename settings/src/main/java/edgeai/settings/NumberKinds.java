package edgeai.settings;

/** Numbers with bounds, which belong to what is allowed. */
final class NumberKinds {
  private NumberKinds() {}

  static Kind<Long> whole(long min, long max) {
    String allowed = "a whole number from %d to %d".formatted(min, max);
    return new Kind<>(
        allowed,
        (name, value) -> {
          try {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
              return number;
            }
          } catch (NumberFormatException e) {
            throw new InvalidSettingException(name, value, allowed);
          }
          throw new InvalidSettingException(name, value, allowed);
        },
        String::valueOf);
  }

  static Kind<Double> decimal(double min, double max) {
    String allowed = "a number from %s to %s".formatted(min, max);
    return new Kind<>(
        allowed,
        (name, value) -> {
          try {
            double number = Double.parseDouble(value);
            if (number >= min && number <= max) {
              return number;
            }
          } catch (NumberFormatException e) {
            throw new InvalidSettingException(name, value, allowed);
          }
          throw new InvalidSettingException(name, value, allowed);
        },
        NumberKinds::written);
  }

  /** 5 and not 5.0, as people write it. */
  private static String written(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.valueOf((long) number)
        : String.valueOf(number);
  }
}
