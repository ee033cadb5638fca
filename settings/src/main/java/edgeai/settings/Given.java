package edgeai.settings;

/** A value that was set, as it was written, and where. */
public record Given(String value, Origin origin) {}
