package edgeai.common.request;

import edgeai.common.http.JsonOutput;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;

/** Requests as JSON: snake case, one line; what has no value is left out. */
public final class Requests {
  private static final Jsonb JSONB =
      JsonbBuilder.create(new JsonbConfig().withPropertyNamingStrategy(JsonOutput.SNAKE_CASE));

  private Requests() {}

  public static String write(Record request) {
    return JSONB.toJson(request);
  }
}
