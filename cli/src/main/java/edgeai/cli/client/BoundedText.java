package edgeai.cli.client;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** The text that a server answers, up to a number of bytes: no server is believed to end. */
final class BoundedText implements BodySubscriber<String> {
  private final BodySubscriber<String> text = BodySubscribers.ofString(StandardCharsets.UTF_8);
  private final long mostBytes;
  private Subscription subscription;
  private long bytes;

  private BoundedText(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** A call fails whose answer has more bytes. */
  static BodyHandler<String> of(long mostBytes) {
    return head -> new BoundedText(mostBytes);
  }

  @Override
  public CompletionStage<String> getBody() {
    return text.getBody();
  }

  @Override
  public void onSubscribe(Subscription newSubscription) {
    subscription = newSubscription;
    text.onSubscribe(newSubscription);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    boolean within = bytes <= mostBytes;
    bytes += parts.stream().mapToLong(ByteBuffer::remaining).sum();
    if (bytes <= mostBytes) {
      text.onNext(parts);
    } else if (within) {
      subscription.cancel();
      text.onError(new IOException("it answers more than %d bytes".formatted(mostBytes)));
    }
  }

  @Override
  public void onError(Throwable failure) {
    text.onError(failure);
  }

  @Override
  public void onComplete() {
    text.onComplete();
  }
}
