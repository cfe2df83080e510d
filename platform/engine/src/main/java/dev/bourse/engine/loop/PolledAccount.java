package dev.bourse.engine.loop;

import dev.bourse.api.model.ClientOrderId;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What was heard of the orders of one account and asked about them. Loop only. */
final class PolledAccount {
  private static final long NEVER = Long.MIN_VALUE;

  /**
   * Whatever the stream tells of others, an order is asked for if nothing was told of it so long.
   */
  private static final Duration STALE = Duration.ofSeconds(30);

  /**
   * What was asked of an order here and not answered.
   *
   * @param at when, our time in nanoseconds
   * @param taken whether the adapter took it, once that is known
   * @param shared whether somebody else asked for the same order since: the first answer is ours
   */
  record Question(long at, CompletableFuture<Boolean> taken, boolean shared) {
    private boolean isRefused() {
      return taken.isDone() && !taken.join();
    }
  }

  private long beganAt = NEVER;
  private long heardAt = NEVER;
  private long askedAt = NEVER;
  private long restsUntil = NEVER;
  private long scansFrom = NEVER;
  private long questions;
  private int missed;
  private @Nullable ClientOrderId waitsFor;
  private CompletableFuture<Boolean> taken = CompletableFuture.completedFuture(true);

  /** All orders are known as of then, each of them perhaps later. */
  private long comparedAt = NEVER;

  private final Map<ClientOrderId, Long> confirmed = new HashMap<>();

  /** An answer may come late. */
  private final Map<ClientOrderId, Question> unanswered = new HashMap<>();

  /** What the venue lists but does not find, so that there is no use in asking. */
  private final Set<ClientOrderId> unfound = new HashSet<>();

  /** A report of everything came. */
  void compared(long now) {
    heardAt = now;
    comparedAt = now;
  }

  /** The venue told something of an order. */
  void heard(ClientOrderId id, long now) {
    heardAt = now;
    confirmed.put(id, now);
    unfound.remove(id);
  }

  /** Silence begins with the first look. */
  void listens(long now) {
    beganAt = beganAt == NEVER ? now : beganAt;
    heardAt = heardAt == NEVER ? now : heardAt;
  }

  /** Whether it waits for an answer that was refused or is overdue. */
  boolean isMissed(long now, Duration timeout) {
    boolean refused = taken.isDone() && !taken.join();
    return waitsFor != null && (refused || now - askedAt >= timeout.toNanos());
  }

  void failed(long now, Duration pause) {
    missed++;
    waitsFor = null;
    restsUntil = now + pause.toNanos();
  }

  /** Whether a question may leave: none is on its way, and the last did not fail just now. */
  boolean mayAsk(long now) {
    return waitsFor == null && taken.isDone() && now >= restsUntil;
  }

  /** Whether nothing was told or asked of any order for so long. */
  boolean isSilent(long now, Duration interval) {
    return now - Math.max(heardAt, askedAt) >= interval.toNanos();
  }

  /** Whether it is time to look for orders of which nothing is told; not at every turn. */
  boolean scans(long now, Duration interval) {
    if (now < scansFrom || askedAt > now - interval.toNanos()) {
      return false;
    }
    scansFrom = now + interval.toNanos();
    return true;
  }

  /** When the state of an order was confirmed last. */
  long knownAt(ClientOrderId id) {
    return Math.max(comparedAt, confirmed.getOrDefault(id, NEVER));
  }

  /** Whether nothing was told of an order for long, be the stream silent or not. */
  boolean isStale(ClientOrderId id, long now, Duration interval) {
    long most = Math.max(STALE.toNanos(), interval.toNanos());
    return Math.max(beganAt, knownAt(id)) < now - most;
  }

  /**
   * A question leaves. Where an older one is open, the next answer may be to that.
   *
   * @param since the time of the newest turn, if that is later than now: orders bear it
   */
  void asks(ClientOrderId id, CompletableFuture<Boolean> handedOver, long now, long since) {
    waitsFor = id;
    taken = handedOver;
    askedAt = now;
    questions++;
    confirmed.put(id, now);
    Question question = new Question(Math.max(now, since), handedOver, false);
    unanswered.merge(id, question, (old, fresh) -> old.isRefused() ? fresh : old);
  }

  /** Somebody else asks for the order as well: the first answer is to the older question. */
  void shared(ClientOrderId id) {
    unanswered.computeIfPresent(
        id, (same, question) -> new Question(question.at(), question.taken(), true));
  }

  /** The question that an answer is to; null if none was asked here, or not taken. */
  @Nullable Question answered(ClientOrderId id) {
    Question question = unanswered.remove(id);
    return question == null || question.isRefused() ? null : question;
  }

  /** An answer is there: the next question may leave, after a pause if it says nothing. */
  void settled(ClientOrderId id, boolean lost, long now, Duration pause) {
    if (!id.equals(waitsFor)) {
      return;
    }
    if (lost) {
      failed(now, pause);
    } else {
      waitsFor = null;
      missed = 0;
    }
  }

  void notFound(ClientOrderId id) {
    unfound.add(id);
  }

  boolean isFound(ClientOrderId id) {
    return !unfound.contains(id);
  }

  void forgetAllBut(Set<ClientOrderId> live) {
    confirmed.keySet().retainAll(live);
    unanswered.keySet().retainAll(live);
    unfound.retainAll(live);
  }

  boolean isAsking() {
    return waitsFor != null;
  }

  long heardAt() {
    return heardAt;
  }

  long askedAt() {
    return askedAt;
  }

  long questions() {
    return questions;
  }

  int missed() {
    return missed;
  }
}
