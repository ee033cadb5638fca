package edgeai.common.http;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** JSON as the contract writes it: snake case, every field present, {@code null} where empty. */
@Provider
public class JsonOutput implements ContextResolver<Jsonb> {
  /** How the contract spells the names of fields. */
  public static final PropertyNamingStrategy SNAKE_CASE = JsonOutput::snakeCase;

  private static final Jsonb JSONB =
      JsonbBuilder.create(
          new JsonbConfig().withPropertyNamingStrategy(SNAKE_CASE).withNullValues(true));

  @Override
  public Jsonb getContext(Class<?> type) {
    return JSONB;
  }

  /** {@code p95Ms} is {@code p95_ms}; a digit starts no word. */
  static String snakeCase(String name) {
    StringBuilder snake = new StringBuilder();
    for (char c : name.toCharArray()) {
      if (Character.isUpperCase(c)) {
        snake.append('_');
      }
      snake.append(Character.toLowerCase(c));
    }
    return snake.toString();
  }

  /** The same JSON outside a resource: WebSocket messages, stored columns, streamed downloads. */
  public static String write(Object value) {
    return JSONB.toJson(value);
  }
}
