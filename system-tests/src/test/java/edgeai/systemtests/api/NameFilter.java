package edgeai.systemtests.api;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Names what generators of clients make methods and classes of: each call by its verb and path, and
 * what goes in and comes out of it where that has no name of its own.
 */
final class NameFilter implements OASFilter {
  @Override
  public void filterOpenAPI(OpenAPI document) {
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) -> item.getOperations().forEach((verb, call) -> name(verb, path, call)));
  }

  private static void name(PathItem.HttpMethod verb, String path, Operation call) {
    String name = nameOf(verb, path);
    call.setOperationId(name);
    String type = capital(name);
    if (call.getRequestBody() != null) {
      title(call.getRequestBody().getContent(), type + "Request");
    }
    call.getResponses()
        .getAPIResponses()
        .values()
        .forEach(answer -> title(answer.getContent(), type + "Answer"));
  }

  /** {@code GET /jobs/{id}/frames} is {@code getJobFrames}. */
  static String nameOf(PathItem.HttpMethod verb, String path) {
    StringBuilder name = new StringBuilder(verb.name().toLowerCase(Locale.ROOT));
    Iterator<String> parts =
        Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).iterator();
    String word = "";
    while (parts.hasNext()) {
      String part = parts.next();
      if (!part.startsWith("{")) {
        name.append(word);
        word = camel(part);
      } else if (word.endsWith("s")) { // one of them
        name.append(word, 0, word.length() - 1);
        word = "";
      } else {
        name.append(word);
        word = "By" + camel(part.substring(1, part.length() - 1));
      }
    }
    return name.append(word).toString();
  }

  private static String camel(String words) {
    return Arrays.stream(words.split("\\W|_"))
        .map(NameFilter::capital)
        .collect(Collectors.joining());
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static void title(Content content, String title) {
    if (content != null) {
      content.getMediaTypes().values().stream()
          .map(MediaType::getSchema)
          .filter(NameFilter::isNameless)
          .forEach(schema -> schema.setTitle(title));
    }
  }

  private static boolean isNameless(Schema schema) {
    return schema != null
        && schema.getRef() == null
        && schema.getTitle() == null
        && (schema.getProperties() != null || schema.getAllOf() != null);
  }
}
