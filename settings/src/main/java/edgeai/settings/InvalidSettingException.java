package edgeai.settings;

import java.nio.file.Path;

/** A setting's value cannot be used; the message names variable, value and what is allowed. */
public final class InvalidSettingException extends RuntimeException {
  public InvalidSettingException(String name, String value, String allowed) {
    super("%s=%s is not valid: %s".formatted(name, value, allowed));
  }

  private InvalidSettingException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What is wrong with a whole file. */
  static InvalidSettingException in(Path file, String reason) {
    return new InvalidSettingException("%s %s".formatted(file, reason), null);
  }

  /** What is wrong with one line of a file. */
  static InvalidSettingException in(Path file, int line, String reason) {
    return new InvalidSettingException(Origin.line(file, line).beforeComplaint() + reason, null);
  }

  /** The same, which says where the value stands. */
  InvalidSettingException at(Origin origin) {
    return new InvalidSettingException(origin.beforeComplaint() + getMessage(), this);
  }
}
