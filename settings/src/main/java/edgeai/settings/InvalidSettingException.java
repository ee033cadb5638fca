package edgeai.settings;

/** A setting's value cannot be used; the message names variable, value and what is allowed. */
public final class InvalidSettingException extends RuntimeException {
  public InvalidSettingException(String name, String value, String allowed) {
    super("%s=%s is not valid: %s".formatted(name, value, allowed));
  }
}
