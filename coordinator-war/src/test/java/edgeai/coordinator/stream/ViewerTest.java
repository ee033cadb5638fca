package edgeai.coordinator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a viewer whose answer the container has taken away without a word. */
class ViewerTest {
  private static final Part PICTURE = Part.of(new byte[] {1, 2, 3});

  private final Map<String, Object> attributes = new HashMap<>();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final List<Viewer> left = new ArrayList<>();
  private boolean recycled;
  private int completed;

  private static <T> T made(Class<T> type, InvocationHandler answers) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
  }

  private Viewer viewer() throws IOException {
    ServletRequest request =
        made(
            ServletRequest.class,
            (self, called, given) ->
                called.getName().equals("setAttribute")
                    ? attributes.put((String) given[0], given[1])
                    : attributes.get((String) given[0]));
    ServletResponse response =
        made(ServletResponse.class, (self, called, given) -> new ContainersOutput());
    AsyncContext context =
        made(
            AsyncContext.class,
            (self, called, given) ->
                switch (called.getName()) {
                  case "getRequest" -> request;
                  case "getResponse" -> response;
                  case "complete" -> completed++;
                  default -> throw new UnsupportedOperationException(called.getName());
                });
    return new Viewer(context, null, left::add);
  }

  /** As Grizzly's, whose buffer is gone once it has been recycled. */
  private final class ContainersOutput extends ServletOutputStream {
    @Override
    public boolean isReady() {
      if (recycled) {
        throw new NullPointerException("its buffer is null");
      }
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void write(int one) {
      written.write(one);
    }
  }

  @Test
  void itGetsPicturesUntilItLeaves() throws IOException {
    Viewer viewer = viewer();
    viewer.offer(PICTURE);
    int first = written.size();
    viewer.offer(PICTURE);
    assertThat(written.size()).isGreaterThan(first);
    viewer.end();
    int before = written.size();
    viewer.offer(PICTURE);

    assertThat(written.size()).isEqualTo(before);
    assertThat(left).as("told again, as it may come in after it has left").hasSize(2);
    assertThat(completed).isEqualTo(1);
  }

  @Test
  void oneWhoseAnswerIsGoneLeavesAndTroublesNobody() throws IOException {
    Viewer viewer = viewer();
    recycled = true;
    viewer.offer(PICTURE);

    assertThat(left).containsExactly(viewer);
    assertThat(written.size()).isZero();
  }

  @Test
  void nothingIsWrittenToWhomTheAnswerBelongsNext() throws IOException {
    Viewer viewer = viewer();
    attributes.clear();
    viewer.offer(PICTURE);

    assertThat(left).containsExactly(viewer);
    assertThat(written.size()).isZero();
    assertThat(completed).as("another's request goes on").isZero();
  }
}
