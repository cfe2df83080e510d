package dev.bourse.control.shell.trace;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.control.shell.order.OrderText;
import dev.bourse.control.shell.text.Display;
import java.util.List;
import java.util.Optional;

/**
 * An order's life as a story: what happened, what the strategy saw, what it wanted, what each risk
 * module said with its numbers, what went out, what the venue answered, what was filled.
 */
final class Story {
  private static final int LABEL = 10;

  private final ClientOrderId id;
  private final List<Turn> turns;
  private final StringBuilder out = new StringBuilder();
  private Optional<Order> order = Optional.empty();

  private Story(ClientOrderId id, List<Turn> turns) {
    this.id = id;
    this.turns = turns;
  }

  /**
   * The story.
   *
   * @param now the order as it is now, if it is still kept
   */
  static String of(ClientOrderId id, List<Turn> turns, Optional<Order> now) {
    Story story = new Story(id, turns);
    story.order = now.or(story::decided);
    story.order.ifPresent(story::title);
    turns.forEach(story::tell);
    story.order.ifPresent(story::end);
    return story.out.toString();
  }

  private void title(Order order) {
    out.append("Order ").append(id).append(": ").append(OrderText.spec(order.spec()));
    out.append(" of strategy ").append(order.strategy()).append("\n\n");
  }

  private void tell(Turn turn) {
    out.append(Display.millis(turn.time()));
    long since = turn.time() - turns.get(0).time();
    out.append(since == 0 ? "" : "  (" + Display.duration(since) + " later)").append('\n');
    line("Event", EventText.of(turn.event()));
    for (TurnResult result : turn.results()) {
      if (result instanceof TurnResult.OrderApproved approved && isMine(approved.order())) {
        decision(approved.order(), approved.seen(), approved.checks());
        line("Decision", "approved; written down before anything is sent");
      } else if (result instanceof TurnResult.OrderDenied denied && isMine(denied.order())) {
        decision(denied.order(), denied.seen(), denied.checks());
        line("Decision", "denied, it never leaves: " + denied.order().reason());
      } else if (result instanceof TurnResult.SignalMoved moved && isOfMyOwner(moved)) {
        line("Signal", moved.signal() + " " + moved.state() + ", " + moved.reason());
        line("", moved.detail());
      } else if (isAboutMe(result)) {
        line("Then", ResultText.of(result));
      }
    }
  }

  private void decision(Order order, String seen, List<String> checks) {
    line("Saw", seen.isEmpty() ? "nothing was noted" : seen);
    String expected =
        order.expectedPrice() == null ? "" : ", at about " + Display.price(order.expectedPrice());
    line("Wanted", OrderText.spec(order.spec()) + expected);
    line("Kind", order.entry() ? "may add exposure: every risk module is asked" : "only reduces");
    for (int i = 0; i < checks.size(); i++) {
      line(i == 0 ? "Checks" : "", checks.get(i));
    }
  }

  private void end(Order order) {
    out.append('\n');
    line("Now", OrderText.status(order) + ", filled " + OrderText.filled(order));
    if (!order.reason().isEmpty()) {
      line("Reason", order.reason());
    }
    if (order.expectedPrice() != null && order.filled().isPositive()) {
      line("Slippage", OrderText.slippage(order, order.expectedPrice()));
    }
    fillTime()
        .ifPresent(nanos -> line("Took", Display.duration(nanos) + " from decision to last fill"));
  }

  private Optional<Long> fillTime() {
    return turns.stream()
        .filter(turn -> turn.event() instanceof OrderReport.Filled)
        .reduce((first, second) -> second)
        .map(turn -> turn.time() - turns.get(0).time());
  }

  private Optional<Order> decided() {
    for (Turn turn : turns) {
      for (TurnResult result : turn.results()) {
        if (result instanceof TurnResult.OrderApproved approved && isMine(approved.order())) {
          return Optional.of(approved.order());
        } else if (result instanceof TurnResult.OrderDenied denied && isMine(denied.order())) {
          return Optional.of(denied.order());
        }
      }
    }
    return Optional.empty();
  }

  private boolean isMine(Order order) {
    return order.id().equals(id);
  }

  /** A signal that moved in the same turn as its order. */
  private boolean isOfMyOwner(TurnResult.SignalMoved moved) {
    return order
        .filter(mine -> mine.strategy().equals(moved.strategy()))
        .filter(mine -> mine.spec().instrument().id().equals(moved.instrument()))
        .isPresent();
  }

  private boolean isAboutMe(TurnResult result) {
    if (result instanceof TurnResult.CancelRequested cancel) {
      return cancel.orderId().equals(id);
    }
    if (result instanceof TurnResult.FeeConverted converted) {
      return converted.orderId().equals(id);
    }
    if (result instanceof TurnResult.AmendRequested amend) {
      return amend.orderId().equals(id);
    }
    if (result instanceof TurnResult.OrderReleased released) {
      return released.orderId().equals(id);
    }
    if (result instanceof TurnResult.HeldOrderEnded ended) {
      return ended.orderId().equals(id);
    }
    if (result instanceof TurnResult.AmendDenied denied) {
      return denied.orderId().equals(id);
    }
    if (result instanceof TurnResult.LegActivated activated) {
      return activated.orderId().equals(id);
    }
    if (result instanceof TurnResult.HeldOrderChanged changed) {
      return changed.orderId().equals(id);
    }
    if (result instanceof TurnResult.LegReduced reduced) {
      return reduced.orderId().equals(id);
    }
    if (result instanceof TurnResult.ReplaceRequested replaced) {
      return replaced.orderId().equals(id);
    }
    return result instanceof TurnResult.QueryRequested query && query.orderId().equals(id);
  }

  private void line(String label, String text) {
    out.append("  ")
        .append(label)
        .append(" ".repeat(LABEL - label.length()))
        .append(text)
        .append('\n');
  }
}
