package edgeai.systemtests.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Says of each field of a schema what the Javadoc of its record says, and by that whether it may be
 * null or left out: what servers answer has every field, what they take lacks those of which the
 * words say so.
 */
final class FieldFilter implements OASFilter {
  private static final Pattern NULL = Pattern.compile("\\bnull\\b");
  private static final Pattern LEFT_OUT = Pattern.compile("\\bnull\\b|\\bleft out\\b");
  private static final String SCHEMAS = "#/components/schemas/";

  private final RecordWords words;

  FieldFilter(RecordWords words) {
    this.words = words;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    Map<String, Schema> all = document.getComponents().getSchemas();
    all.forEach((name, schema) -> words.of(name).ifPresent(said -> describe(schema, said)));
    Set<String> answered = answered(document);
    all.forEach((name, schema) -> require(schema, answered.contains(name)));
  }

  private static void describe(Schema schema, RecordWords.Words said) {
    if (schema.getDescription() == null) {
      schema.setDescription(said.about());
    }
    fields(schema)
        .forEach(
            (name, field) -> {
              String about = said.fields().get(name);
              if (about != null && field.getDescription() == null) {
                field.setDescription(about);
              }
              if (about != null && NULL.matcher(about).find()) {
                allowNull(field);
              }
            });
  }

  private static Map<String, Schema> fields(Schema schema) {
    return Optional.ofNullable(schema.getProperties()).orElse(Map.of());
  }

  private static void allowNull(Schema field) {
    if (field.getRef() == null) {
      field.addType(Schema.SchemaType.NULL);
    } else {
      Schema other = OASFactory.createSchema().ref(field.getRef());
      field.setRef(null);
      field.setAnyOf(List.of(other, OASFactory.createSchema().addType(Schema.SchemaType.NULL)));
    }
  }

  private static void require(Schema schema, boolean isAnswered) {
    List<String> required = new ArrayList<>();
    fields(schema)
        .forEach(
            (name, field) -> {
              String about = Optional.ofNullable(field.getDescription()).orElse("");
              if (isAnswered || !LEFT_OUT.matcher(about).find()) {
                required.add(name);
              }
            });
    if (!required.isEmpty()) {
      schema.setRequired(required);
    }
  }

  /** The names of the schemas that answers are made of, and what is in these. */
  private static Set<String> answered(OpenAPI document) {
    Deque<Schema> open = new ArrayDeque<>();
    document.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream())
        .flatMap(call -> call.getResponses().getAPIResponses().values().stream())
        .flatMap(answer -> schemas(answer.getContent()))
        .forEach(open::add);
    Set<String> found = new HashSet<>();
    while (!open.isEmpty()) {
      Schema schema = open.remove();
      String ref = schema.getRef();
      if (ref != null && found.add(ref.substring(SCHEMAS.length()))) {
        open.add(document.getComponents().getSchemas().get(ref.substring(SCHEMAS.length())));
      }
      within(schema).forEach(open::add);
    }
    return found;
  }

  private static Stream<Schema> schemas(Content content) {
    return content == null
        ? Stream.empty()
        : content.getMediaTypes().values().stream()
            .map(MediaType::getSchema)
            .filter(schema -> schema != null);
  }

  private static Stream<Schema> within(Schema schema) {
    return Stream.of(
            fields(schema).values().stream(),
            Stream.ofNullable(schema.getItems()),
            Stream.ofNullable(schema.getAdditionalPropertiesSchema()),
            Stream.ofNullable(schema.getAllOf()).flatMap(List::stream),
            Stream.ofNullable(schema.getAnyOf()).flatMap(List::stream),
            Stream.ofNullable(schema.getOneOf()).flatMap(List::stream))
        .flatMap(part -> part);
  }
}
