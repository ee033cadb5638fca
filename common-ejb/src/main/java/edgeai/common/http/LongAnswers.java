package edgeai.common.http;

import jakarta.enterprise.context.ApplicationScoped;

/** The places for answers that may be long: lists and downloads, and files of models. */
@ApplicationScoped
public class LongAnswers {
  /** Fewer than read the database at the same time, so that nobody else waits for them. */
  private static final int LISTS = 6;

  private static final int MODELS = 16;

  private final AnswerPlaces lists = new AnswerPlaces(LISTS, "long answers");
  private final AnswerPlaces models = new AnswerPlaces(MODELS, "models");

  /** For lists and downloads. */
  public AnswerPlaces lists() {
    return lists;
  }

  /** For files of models, so that who wants to work need not wait for who looks. */
  public AnswerPlaces models() {
    return models;
  }
}
