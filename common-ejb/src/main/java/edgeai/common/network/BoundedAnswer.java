package edgeai.common.network;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** The body of an answer, up to a number of bytes; past it, it is not read any further. */
public final class BoundedAnswer<T> implements BodySubscriber<T> {
  private final BodySubscriber<T> taker;
  private final long maxBytes;
  private Subscription subscription;
  private long seen;

  private BoundedAnswer(BodySubscriber<T> taker, long maxBytes) {
    this.taker = taker;
    this.maxBytes = maxBytes;
  }

  /**
   * The same handler; a call whose answer has more than {@code maxBytes} fails, {@link
   * AnswerTooLargeException#isWhy}.
   */
  public static <T> BodyHandler<T> of(BodyHandler<T> handler, long maxBytes) {
    return head -> new BoundedAnswer<>(handler.apply(head), maxBytes);
  }

  @Override
  public CompletionStage<T> getBody() {
    return taker.getBody();
  }

  @Override
  public void onSubscribe(Subscription newSubscription) {
    subscription = newSubscription;
    taker.onSubscribe(newSubscription);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    boolean within = seen <= maxBytes;
    seen += parts.stream().mapToLong(ByteBuffer::remaining).sum();
    if (seen <= maxBytes) {
      taker.onNext(parts);
    } else if (within) {
      subscription.cancel();
      taker.onError(new AnswerTooLargeException(maxBytes));
    }
  }

  @Override
  public void onError(Throwable failure) {
    taker.onError(failure);
  }

  @Override
  public void onComplete() {
    taker.onComplete();
  }
}
