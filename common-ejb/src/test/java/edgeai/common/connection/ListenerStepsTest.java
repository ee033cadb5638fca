package edgeai.common.connection;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.network.Places;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.junit.jupiter.api.Test;

class ListenerStepsTest {
  @Test
  @SuppressWarnings("deprecation")
  void standBelowAllProtocolsAndAboveHttpsWords() {
    FilterChainBuilder chain =
        FilterChainBuilder.stateless().add(new TransportFilter()).add(new HttpServerFilter());
    ListenerSteps steps =
        new ListenerSteps(new OpenConnections(new Places(1, 1)), new AnswerCounts());
    assertThat(steps.areStanding()).isFalse();

    steps.setup(null, chain);

    assertThat(steps.areStanding()).isTrue();
    assertThat(chain.indexOfType(TransportFilter.class)).isZero();
    assertThat(chain.indexOfType(AcceptFilter.class)).isEqualTo(1);
    assertThat(chain.indexOfType(HttpServerFilter.class)).isEqualTo(2);
    assertThat(chain.indexOfType(RequestFilter.class)).isEqualTo(3);
  }
}
