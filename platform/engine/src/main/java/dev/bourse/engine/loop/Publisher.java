package dev.bourse.engine.loop;

import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.persistence.JournalHealth;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.api.trader.TraderSnapshot.FeedView;
import dev.bourse.core.TraderCore;
import dev.bourse.engine.inbox.Inbox;
import dev.bourse.engine.journal.JournalWriter;
import dev.bourse.engine.plan.TraderPlan;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Publishes an immutable view of the trader when it changed, at most every few milliseconds. Loop
 * only.
 */
final class Publisher {
  private static final long AT_MOST_EVERY = TimeUnit.MILLISECONDS.toNanos(5);

  private final TraderPlan plan;
  private final TraderCore core;
  private final Inbox inbox;
  private final JournalWriter writer;
  private final Drive drive;
  private final Supplier<String> past;
  private final Consumer<TraderSnapshot> target;
  private long published = -2;
  private long publishedAt;
  private boolean hashed;

  /**
   * Nothing is published yet.
   *
   * @param past what strategies miss of the past, for people
   */
  Publisher(
      TraderPlan plan,
      TraderCore core,
      Inbox inbox,
      JournalWriter writer,
      Drive drive,
      Supplier<String> past,
      Consumer<TraderSnapshot> target) {
    this.plan = plan;
    this.core = core;
    this.inbox = inbox;
    this.writer = writer;
    this.drive = drive;
    this.past = past;
    this.target = target;
    this.publishedAt = System.nanoTime() - AT_MOST_EVERY;
  }

  /** Publishes if something changed and the last time is long enough ago. */
  void maybe(long now, String note) {
    if (core.sequence() != published && System.nanoTime() - publishedAt >= AT_MOST_EVERY) {
      publish(now, "", note);
    }
  }

  /** How long the loop may park without leaving a change unpublished. */
  long patience() {
    return core.sequence() == published
        ? Long.MAX_VALUE
        : Math.max(0, publishedAt + AT_MOST_EVERY - System.nanoTime());
  }

  /** Whether the last view has the hash of the present state. */
  boolean isHashed() {
    return hashed && core.sequence() == published;
  }

  /** Publishes with the hash of the state. */
  void hashed(long now, String note) {
    publish(now, core.stateHash(), note);
    hashed = true;
  }

  private void publish(long now, String hash, String note) {
    TraderSnapshot view = core.view(plan.exchanges(), depths(), hash);
    published = core.sequence();
    publishedAt = System.nanoTime();
    hashed = false;
    String detail = view.detail();
    if (view.status() == TraderStatus.RUNNING) {
      String missing = past.get();
      detail = note.isEmpty() ? RunningDetail.of(view, now) : note;
      detail += missing.isEmpty() ? "" : "; " + missing;
    }
    target.accept(
        new TraderSnapshot(
            view.id(),
            view.mode(),
            view.status(),
            detail,
            view.sequence(),
            view.time(),
            view.epoch(),
            view.stateHash(),
            view.accounts(),
            view.positions(),
            view.orders(),
            view.strategies(),
            view.feeds().stream().map(this::counted).toList(),
            view.equity(),
            view.queues(),
            view.nextTimer(),
            storage(view),
            view.fees(),
            view.signals(),
            view.queried(),
            view.safeguards()));
  }

  private Map<String, Long> depths() {
    Map<String, Long> depths = QueueDepths.of(inbox, writer);
    depths.putAll(drive.depths());
    return depths;
  }

  /** What is wrong with the storage, or that room is running out. */
  private String storage(TraderSnapshot view) {
    JournalHealth health = writer.health();
    boolean runsOut = health.state() == JournalHealth.State.GOOD;
    return view.storage().isEmpty() && runsOut ? health.detail() : view.storage();
  }

  private FeedView counted(FeedView feed) {
    return new FeedView(
        feed.instrument(),
        feed.events(),
        feed.lastEvent(),
        feed.lastBar(),
        feed.lastPrice(),
        inbox.conflated(feed.instrument().id()),
        feed.mark());
  }
}
