package edgeai.systemtests.api;

import edgeai.access.Role;
import edgeai.common.door.Way;
import edgeai.common.door.Ways;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/** Says of each call who may make it, as the table of the doors has it. */
final class RoleFilter implements OASFilter {
  private final Ways ways;

  RoleFilter(Ways ways) {
    this.ways = ways;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((method, call) -> say(ways.taken(method.name(), plain(path)), call)));
  }

  /** A path as it is asked for. */
  static String plain(String path) {
    return path.replaceAll("\\{\\w+}", "7");
  }

  private static void say(Way way, Operation call) {
    if (way.isOpen()) {
      describe(call, "Open to everybody.");
      return;
    }
    List<String> roles =
        Arrays.stream(Role.values())
            .filter(role -> way.roles().stream().anyMatch(role::includes))
            .map(Role::word)
            .toList();
    describe(call, "For the roles " + String.join(", ", roles) + ".");
    call.addExtension("x-roles", roles);
    call.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme("token"));
    call.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme("login"));
    ProblemFilter.add(call, "401", "403");
  }

  private static void describe(Operation call, String who) {
    String said = call.getDescription();
    call.setDescription(said == null ? who : said + "\n\n" + who);
  }
}
