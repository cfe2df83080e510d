package dev.bourse.engine.loop;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.trace.Turn;
import dev.bourse.core.TraderCore;
import dev.bourse.core.codec.TurnCodec;
import dev.bourse.core.decision.TurnRecord;
import dev.bourse.engine.alert.AlertTap;
import dev.bourse.engine.alert.Alerts;
import dev.bourse.engine.inbox.Post;
import dev.bourse.engine.journal.Announcement;
import dev.bourse.engine.journal.JournalWriter;
import dev.bourse.engine.journal.Outgoing;
import dev.bourse.engine.trace.SharedInstruments;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands every turn to the journal writer, with what may leave behind it. Loop only. */
final class Recorder {
  private final TraderCore core;
  private final TurnCodec codec;
  private final JournalWriter writer;
  private final Outcomes outcomes;
  private final AlertTap alerts;
  private final SharedInstruments instruments;
  private final List<Consumer<Turn>> followers = new ArrayList<>();
  private long marketBytes;

  Recorder(
      TraderCore core,
      JournalWriter writer,
      Outcomes outcomes,
      AlertTap alerts,
      SharedInstruments instruments) {
    this.core = core;
    this.codec = new TurnCodec(core.instruments());
    this.writer = writer;
    this.outcomes = outcomes;
    this.alerts = alerts;
    this.instruments = instruments;
  }

  /** From here on every turn is also given to the follower. */
  void follow(Consumer<Turn> follower) {
    followers.add(follower);
  }

  /** The follower has seen enough. */
  void unfollow(Consumer<Turn> follower) {
    followers.remove(follower);
  }

  /**
   * Hands over a turn.
   *
   * @param commands what the writer releases behind it; empty where the venue is called by the loop
   * @param answer who waits for it, or null
   */
  void record(TurnRecord record, List<ExchangeCommand> commands, Post.@Nullable Answer answer) {
    if (answer != null && answer.outcome() != null) {
      outcomes.await(record, answer.outcome());
    }
    JournalEntry entry =
        codec.encode(record.sequence(), record.time(), record.event(), record.results());
    Outgoing outgoing =
        new Outgoing(
            entry, isImportant(record), commands, announcements(record, answer), System.nanoTime());
    writer.submit(outgoing);
    if (record.event() instanceof MarketEvent) {
      marketBytes += outgoing.bytes();
    }
    if (record.event() instanceof InstrumentListed) {
      instruments.update(core.instruments());
    }
    if (!followers.isEmpty()) {
      Turn turn = record.toTurn();
      followers.forEach(each -> each.accept(turn));
    }
  }

  /** How many bytes turns of market data took, ever, about. */
  long marketBytes() {
    return marketBytes;
  }

  private static boolean isImportant(TurnRecord record) {
    return !record.results().isEmpty()
        || !record.commands().isEmpty()
        || record.event() instanceof OrderReport.Filled
        || record.event() instanceof ControlEvent
        || record.event() instanceof LifecycleEvent;
  }

  private List<Announcement> announcements(TurnRecord record, Post.@Nullable Answer answer) {
    boolean quiet = record.event() instanceof MarketEvent && record.results().isEmpty();
    if (quiet && answer == null) {
      return List.of();
    }
    List<Announcement> all = new ArrayList<>();
    if (answer != null) {
      all.add(new AnswerAnnouncement(answer, Sentences.of(record, core.state().flags().status())));
    }
    for (Alert alert :
        Alerts.of(
            core.state().settings().trader(), record.sequence(), record.time(), record.results())) {
      all.add(new AlertAnnouncement(alerts, alert));
    }
    all.addAll(outcomes.after(record));
    return all;
  }

  /** Tells who asked. */
  private record AnswerAnnouncement(Post.Answer answer, String sentence) implements Announcement {
    @Override
    public void durable() {
      answer.sentence().complete(sentence);
    }

    @Override
    public void logged(String reason) {
      answer.sentence().complete(sentence + " (" + reason + ")");
    }

    @Override
    public void lost(String reason) {
      answer.sentence().completeExceptionally(new IllegalStateException(reason));
    }
  }

  /** Tells the channels; what is lost is not announced. */
  private record AlertAnnouncement(AlertTap alerts, Alert alert) implements Announcement {
    @Override
    public void durable() {
      alerts.accept(alert);
    }

    @Override
    public void logged(String reason) {
      lost(reason);
    }

    @Override
    public void lost(String reason) {
      // Recovery will decide and announce anew; but who is to be woken must not wait for that.
      if (alert.level() == Alert.Level.CRITICAL) {
        alerts.accept(Alerts.notDurable(alert, reason));
      }
    }
  }
}
