package dev.bourse.engine.journal;

import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Order;
import dev.bourse.api.risk.DenialCode;
import dev.bourse.core.DroppedCommand;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What waits behind the next force, and how it leaves. Writer's thread only.
 *
 * <p>Whatever fails, each command has one fate: what was handed to an adapter that did not return
 * may have left and is in doubt, and only what was never handed over is dropped.
 */
final class Release {
  private final long maxAge;
  private final Generation generation;
  private final Outlet outlet;
  private final Executor announcer;
  private final List<Outgoing> held = new ArrayList<>();
  private final ArrayDeque<Departure> leaving = new ArrayDeque<>();
  private final AtomicInteger pending = new AtomicInteger();
  private long added = Long.MIN_VALUE;
  private boolean handedOver;
  private boolean urgent;

  /** A command that may leave now. */
  private record Departure(ExchangeCommand command, long submittedAt) {}

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
    added = turn.entry().sequence();
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
    List<Outgoing> durable = List.copyOf(held);
    durable.forEach(this::mayLeave);
    held.clear();
    depart();
    for (Outgoing turn : durable) {
      turn.announcements().forEach(each -> announcer.execute(each::durable));
    }
  }

  private void mayLeave(Outgoing turn) {
    turn.commands().forEach(each -> leaving.add(new Departure(each, turn.submittedAt())));
  }

  private void depart() {
    for (Departure next = leaving.peek(); next != null; next = leaving.peek()) {
      send(next.command(), next.submittedAt());
      gone();
    }
  }

  private void gone() {
    leaving.remove();
    handedOver = false;
    pending.decrementAndGet();
  }

  /**
   * Nothing leaves any more: neither what was added, nor what of these turns was not added yet, nor
   * what was about to leave.
   */
  void dropAll(List<Outgoing> turns, String reason) {
    List<Outgoing> never = new ArrayList<>(held);
    turns.stream().filter(turn -> turn.entry().sequence() > added).forEach(never::add);
    held.clear();
    urgent = false;
    for (Departure next = leaving.peek(); next != null; next = leaving.peek()) {
      if (handedOver) {
        doubt(next.command(), reason);
      } else {
        refuse(next.command(), DenialCode.STORAGE, reason);
      }
      gone();
    }
    never.forEach(turn -> drop(turn, reason));
  }

  /** This turn is in the emergency's file: its commands leave. */
  void logged(Outgoing turn, String reason) {
    mayLeave(turn);
    depart();
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
    if (addsExposure(command) && age > maxAge) {
      refuse(
          command, DenialCode.COMMAND_TOO_OLD, "age=" + millis(age) + " limit=" + millis(maxAge));
      return;
    }
    handedOver = true;
    boolean taken;
    try {
      taken = outlet.execute(command);
    } catch (Throwable e) { // whatever it is: the adapter may have sent before it threw
      doubt(command, "the adapter threw " + e);
      return;
    }
    handedOver = false;
    if (!taken) {
      refuse(command, DenialCode.VENUE_BUSY, "account=" + command.order().account());
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
  private void doubt(ExchangeCommand command, String reason) {
    for (Order order : command.orders()) {
      if (command instanceof ExchangeCommand.Placement) {
        outlet.report(new CommandEvent.Sent(order.id()));
      }
      outlet.report(
          new OrderReport.AnswerLost(order.account(), order.id(), reason, command.decidedAt()));
    }
  }

  /** What reduces exposure is wanted however late it comes. */
  private static boolean addsExposure(ExchangeCommand command) {
    boolean places =
        command instanceof ExchangeCommand.Placement || command instanceof ExchangeCommand.Amend;
    return places && command.orders().stream().anyMatch(Order::entry);
  }
}
