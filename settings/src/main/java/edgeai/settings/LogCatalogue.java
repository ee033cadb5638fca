package edgeai.settings;

import java.util.List;

/** What servers tell of themselves, and in which form. */
public final class LogCatalogue {
  public static final String JSON = "json";

  public static final Setting<String> LOG_FORMAT =
      Setting.of(
              "LOG_FORMAT",
              Kind.matching("text|json", "text or json"),
              Fallback.to("text"),
              "the form of the log: a readable line for each event, or a JSON object")
          .forServers();

  static final List<Setting<?>> ALL = List.of(LOG_FORMAT);

  private LogCatalogue() {}
}
