package edgeai.systemtests.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Errors: each is a problem, and some come of what stands before every call. */
final class ProblemFilter implements OASFilter {
  private static final String PROBLEM = "Problem";

  /** What the edge answers, by its status. */
  private static final Map<String, String> OF_THE_EDGE = new LinkedHashMap<>();

  static {
    OF_THE_EDGE.put("400", "The request cannot be read.");
    OF_THE_EDGE.put("401", "Who asks is not known: send a token or log in.");
    OF_THE_EDGE.put("403", "The role may not do this, or the page of another site asks.");
    OF_THE_EDGE.put(
        "408", "The body came slower than 1 kB a second, or took longer than five minutes.");
    OF_THE_EDGE.put("413", "The body is larger than is taken: 1 MB where nothing else is said.");
    OF_THE_EDGE.put("415", "The `Content-Type` is missing, or is another.");
    OF_THE_EDGE.put("421", "The name in `Host` is none of this server's.");
    OF_THE_EDGE.put("422", "A field or parameter is missing, ill-typed or out of its bounds.");
    OF_THE_EDGE.put(
        "503", "The server has too much to do, or cannot write at this moment: `Retry-After`.");
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document.getComponents().addSchema(PROBLEM, problem());
    OF_THE_EDGE.forEach(
        (status, words) ->
            document
                .getComponents()
                .addResponse(
                    "Problem" + status,
                    OASFactory.createAPIResponse().description(words).content(content())));
    document
        .getPaths()
        .getPathItems()
        .values()
        .forEach(item -> item.getOperations().forEach(ProblemFilter::complete));
  }

  private static Schema problem() {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.OBJECT)
        .description("An error, as RFC 9457 has it.")
        .addProperty("type", text("`about:blank`"))
        .addProperty("title", text("what the status is called"))
        .addProperty(
            "status",
            OASFactory.createSchema()
                .addType(Schema.SchemaType.INTEGER)
                .description("the HTTP status"))
        .addProperty("detail", text("one sentence that names the field or thing"))
        .required(List.of("type", "title", "status", "detail"));
  }

  private static Schema text(String words) {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(words);
  }

  private static Content content() {
    return OASFactory.createContent()
        .addMediaType(
            "application/problem+json",
            OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM)));
  }

  private static void complete(PathItem.HttpMethod method, Operation call) {
    call.getResponses()
        .getAPIResponses()
        .forEach(
            (status, answer) -> {
              if (status.matches("[45]..")) {
                complete(answer);
              }
            });
    add(call, "421", "503");
    if (method != PathItem.HttpMethod.GET) {
      add(call, "403");
    }
    if (call.getRequestBody() != null) {
      add(call, "400", "408", "413");
      if (!Boolean.FALSE.equals(call.getRequestBody().getRequired())) {
        add(call, "415", "422");
      }
    }
    if (call.getParameters() != null
        && call.getParameters().stream().anyMatch(one -> one.getIn() == Parameter.In.QUERY)) {
      add(call, "422");
    }
  }

  /** Who is told in a page is so only where a page was asked for. */
  private static void complete(APIResponse answer) {
    if (answer.getContent() == null) {
      answer.setContent(content());
    } else if (answer.getContent().hasMediaType("text/html")) {
      content().getMediaTypes().forEach(answer.getContent()::addMediaType);
    }
  }

  /** What is said of it already stays. */
  static void add(Operation call, String... statuses) {
    for (String status : statuses) {
      if (!call.getResponses().hasAPIResponse(status)) {
        APIResponse answer = OASFactory.createAPIResponse();
        call.getResponses()
            .addAPIResponse(status, answer.ref("#/components/responses/Problem" + status));
      }
    }
  }
}
