package dev.bourse.engine.journal;

import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Order;
import dev.bourse.api.risk.DenialCode;
import dev.bourse.core.DroppedCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What waits behind the next force, and how it leaves. Writer's thread only. */
final class Release {
  private final long maxAge;
  private final Generation generation;
  private final Outlet outlet;
  private final Executor announcer;
  private final List<Outgoing> held = new ArrayList<>();
  private final AtomicInteger pending = new AtomicInteger();
  private boolean urgent;

  Release(WriterLimits limits, Generation generation, Outlet outlet, Executor announcer) {
    this.maxAge = TurnQueue.nanos(limits.commandMaxAge());
    this.generation = generation;
    this.outlet = outlet;
    this.announcer = announcer;
  }

  /** So many more commands are on their way. Loop's thread. */
  void expect(int commands) {
    if (commands > 0) {
      pending.addAndGet(commands);
    }
  }

  /** How many commands neither left nor were dropped. Any thread. */
  int pending() {
    return pending.get();
  }

  /** A turn was appended. */
  void add(Outgoing turn) {
    urgent |= turn.important() || !turn.commands().isEmpty();
    if (!turn.commands().isEmpty() || !turn.announcements().isEmpty()) {
      held.add(turn);
    }
  }

  /** Whether something waits that must not wait. */
  boolean isUrgent() {
    return urgent;
  }

  /**
   * Everything added is durable: commands first, in the order of their turns, then announcements.
   */
  void all() {
    urgent = false;
    for (Outgoing turn : held) {
      turn.commands().forEach(command -> send(command, turn.submittedAt()));
      pending.addAndGet(-turn.commands().size());
    }
    for (Outgoing turn : held) {
      turn.announcements().forEach(each -> announcer.execute(each::durable));
    }
    held.clear();
  }

  /**
   * The force failed: nothing added will leave, and neither will these turns, some of which were
   * added.
   */
  void dropAll(List<Outgoing> turns, String reason) {
    List<Outgoing> never = new ArrayList<>(held);
    turns.stream().filter(turn -> !held.contains(turn)).forEach(never::add);
    held.clear();
    urgent = false;
    never.forEach(turn -> drop(turn, reason));
  }

  /** This turn is in the emergency's file: its commands leave. */
  void logged(Outgoing turn, String reason) {
    turn.commands().forEach(command -> send(command, turn.submittedAt()));
    pending.addAndGet(-turn.commands().size());
    turn.announcements().forEach(each -> announcer.execute(() -> each.logged(reason)));
  }

  /** This turn will never be durable. */
  void drop(Outgoing turn, String reason) {
    turn.commands().forEach(command -> refuse(command, DenialCode.STORAGE, reason));
    pending.addAndGet(-turn.commands().size());
    turn.announcements().forEach(each -> announcer.execute(() -> each.lost(reason)));
  }

  /** The writer ends with this still held. */
  void lose(String reason) {
    for (Outgoing turn : held) {
      turn.announcements().forEach(each -> announcer.execute(() -> each.lost(reason)));
    }
    held.clear();
  }

  private void send(ExchangeCommand command, long submittedAt) {
    if (!generation.isValid()) {
      return;
    }
    long age = System.nanoTime() - submittedAt;
    boolean adds = isSubmit(command) || command instanceof ExchangeCommand.Amend;
    if (adds && age > maxAge) {
      refuse(
          command, DenialCode.COMMAND_TOO_OLD, "age=" + millis(age) + " limit=" + millis(maxAge));
      return;
    }
    try {
      if (!outlet.execute(command)) {
        refuse(command, DenialCode.VENUE_BUSY, "account=" + command.order().account());
      }
    } catch (RuntimeException | LinkageError e) {
      doubt(command, e);
    }
  }

  private static String millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos) + "ms";
  }

  private void refuse(ExchangeCommand command, DenialCode code, String numbers) {
    String reason = code.because(numbers).toString();
    DroppedCommand.events(command, reason).forEach(outlet::report);
  }

  /** An adapter that throws proves nothing about what it sent before. */
  private void doubt(ExchangeCommand command, Throwable cause) {
    String reason = "the adapter threw " + cause;
    for (Order order : command.orders()) {
      if (isSubmit(command)) {
        outlet.report(new CommandEvent.Sent(order.id()));
      }
      outlet.report(
          new OrderReport.AnswerLost(order.account(), order.id(), reason, command.decidedAt()));
    }
  }

  private static boolean isSubmit(ExchangeCommand command) {
    return command instanceof ExchangeCommand.Submit
        || command instanceof ExchangeCommand.SubmitPair;
  }
}
