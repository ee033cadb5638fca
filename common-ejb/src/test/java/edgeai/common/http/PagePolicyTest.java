package edgeai.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagePolicyTest {
  @Test
  void pageAndHeaderNameTheSameNonce() {
    PagePolicy policy = PagePolicy.fresh();
    assertThat(policy.applyTo("<app-root ngCspNonce=\"__CSP_NONCE__\">"))
        .isEqualTo("<app-root ngCspNonce=\"" + policy.nonce() + "\">");
    assertThat(policy.header())
        .contains("style-src 'self' 'nonce-" + policy.nonce() + "'", "script-src 'self';");
  }

  @Test
  void everyPageHasANonceOfItsOwn() {
    assertThat(PagePolicy.fresh().nonce()).isNotEqualTo(PagePolicy.fresh().nonce()).hasSize(24);
  }
}
