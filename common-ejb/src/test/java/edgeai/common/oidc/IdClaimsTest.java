package edgeai.common.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.access.Role;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdClaimsTest {
  private static JsonObject claims(String json) {
    return Json.createReader(new StringReader(json.replace('\'', '"'))).readObject();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "groups | {'groups': ['a', 'b']} | a,b",
        "groups | {'groups': 'a'} | a",
        "groups | {'groups': [1, {'x': 2}, 'a', null]} | a",
        "groups | {'groups': []} | ''",
        "realm_access.roles | {'realm_access': {'roles': ['a']}} | a"
      })
  void aClaimHasTexts(String path, String json, String values) {
    assertThat(IdClaims.values(claims(json), path).orElseThrow())
        .isEqualTo(values.isEmpty() ? List.of() : List.of(values.split(",")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "groups | {}",
        "groups | {'groups': 7}",
        "groups | {'groups': {'a': true}}",
        "groups | {'groups': null}",
        "groups.roles | {'groups': ['roles']}"
      })
  void oneThatHasNoneIsNotThere(String path, String json) {
    assertThat(IdClaims.values(claims(json), path)).isEmpty();
  }

  @Test
  void theHighestRoleCounts() {
    Map<String, Role> roles = Map.of("v", Role.VIEWER, "o", Role.OPERATOR, "a", Role.ADMIN);
    assertThat(IdClaims.role(List.of("v", "a", "o", "x"), roles)).contains(Role.ADMIN);
    assertThat(IdClaims.role(List.of("o", "v"), roles)).contains(Role.OPERATOR);
    assertThat(IdClaims.role(List.of("admin", ""), roles)).isEmpty();
  }

  @Test
  void aNameIsShownInALine() {
    assertThat(IdClaims.name(claims("{'sub':'7','name':'Anna B','preferred_username':'anna'}")))
        .isEqualTo("anna");
    assertThat(IdClaims.name(claims("{'sub':'7','preferred_username':' ','email':'a@b.c'}")))
        .isEqualTo("a@b.c");
    assertThat(IdClaims.name(claims("{'sub':'7','name':'a\\nb\\u202ec'}"))).isEqualTo("a b c");
    assertThat(IdClaims.name(claims("{'sub':'7'}"))).isEqualTo("7");
    assertThat(IdClaims.name(claims("{'sub':'7','name':'" + "x".repeat(500) + "'}")).length())
        .isLessThanOrEqualTo(64);
  }
}
