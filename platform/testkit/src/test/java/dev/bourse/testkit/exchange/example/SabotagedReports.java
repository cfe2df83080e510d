package dev.bourse.testkit.exchange.example;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.OrderReport.AnswerLost;
import dev.bourse.api.event.OrderReport.Denied;
import dev.bourse.api.event.OrderReport.Rejected;
import dev.bourse.api.event.OrderReport.UpdateRejected;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Tells something else of an order than the adapter said. */
final class SabotagedReports {
  private static final String LOST = "LOST: answer=lost";

  private final Sabotage sabotage;
  private final List<VenueEvent> held = new ArrayList<>();

  SabotagedReports(Sabotage sabotage) {
    this.sabotage = sabotage;
  }

  /**
   * What is told instead.
   *
   * @param count how much was told so far
   */
  List<VenueEvent> told(OrderReport report, int count) {
    return switch (sabotage) {
      case FILL_BEFORE_ACCEPTANCE -> accepted(report);
      case NEW_ID_FOR_A_REPEATED_FILL ->
          instead(report, OrderReport.Filled.class, each -> renamed(each.fill(), count));
      case LOST_ANSWER_TOLD_AS_REJECTION, OPEN_ERROR_TOLD_AS_REJECTION ->
          instead(report, AnswerLost.class, this::rejected);
      case LOST_CANCEL_ANSWER_TOLD_AS_REFUSAL ->
          instead(report, AnswerLost.class, this::cancelRejected);
      case LOST_CANCEL_TOLD_AS_DONE -> instead(report, AnswerLost.class, this::canceled);
      case LOST_CHANGE_ANSWER_TOLD_AS_REFUSAL ->
          instead(report, AnswerLost.class, this::updateRejected);
      case LOST_CHANGE_TOLD_AS_DONE ->
          instead(report, AnswerLost.class, each -> updated(each, "1"));
      case REFUSED_CHANGE_TOLD_AS_DONE ->
          instead(report, UpdateRejected.class, each -> updated(each, "1"));
      case END_OF_EXITS_HIDDEN ->
          report instanceof OrderReport.Canceled && isExit(report) ? List.of() : List.of(report);
      case QUERY_WITHOUT_FILLS ->
          report instanceof OrderReport.Filled ? List.of() : List.of(report);
      case LIMIT_TOLD_AS_LOST ->
          instead(
              report,
              Rejected.class,
              each -> new AnswerLost(each.account(), each.orderId(), each.reason(), 1));
      case LIMIT_TOLD_AS_LASTING -> denied(report, false);
      case REJECTION_FOR_A_LIMIT_TOLD_AS_LASTING ->
          instead(
              report,
              Rejected.class,
              each -> new Rejected(each.account(), each.orderId(), each.reason(), 1));
      case DENIAL_TOLD_AS_REJECTION ->
          instead(
              report,
              Denied.class,
              each -> new Rejected(each.account(), each.orderId(), each.reason(), 1));
      case LASTING_DENIAL_TOLD_AS_PASSING -> denied(report, true);
      default -> List.of(report);
    };
  }

  private static boolean isExit(OrderReport report) {
    return !report.orderId().value().equals("entry");
  }

  private static <T extends OrderReport> List<VenueEvent> instead(
      OrderReport report, Class<T> type, Function<T, OrderReport> other) {
    return List.of(type.isInstance(report) ? other.apply(type.cast(report)) : report);
  }

  private List<VenueEvent> accepted(OrderReport report) {
    if (report instanceof OrderReport.Accepted) {
      held.add(report);
      return List.of();
    }
    List<VenueEvent> all = new ArrayList<>(List.of(report));
    all.addAll(held);
    held.clear();
    return all;
  }

  private OrderReport rejected(AnswerLost lost) {
    return new Rejected(lost.account(), lost.orderId(), LOST, 1);
  }

  private OrderReport canceled(AnswerLost lost) {
    return new OrderReport.Canceled(lost.account(), lost.orderId(), LOST, 1);
  }

  private OrderReport cancelRejected(AnswerLost lost) {
    return new OrderReport.CancelRejected(lost.account(), lost.orderId(), LOST, 1);
  }

  private OrderReport updateRejected(AnswerLost lost) {
    return new OrderReport.UpdateRejected(lost.account(), lost.orderId(), LOST, 1);
  }

  /** As if an order was changed to another price. */
  static OrderReport updated(OrderReport of, String venueOrderId) {
    return new OrderReport.Updated(
        of.account(), of.orderId(), venueOrderId, OrderChange.price(Price.of("51000.00")), 1);
  }

  private static List<VenueEvent> denied(OrderReport report, boolean passing) {
    return instead(
        report,
        Denied.class,
        each -> new Denied(each.account(), each.orderId(), each.reason(), passing, 1));
  }

  private static OrderReport renamed(Fill fill, int count) {
    return new OrderReport.Filled(
        new Fill(
            fill.fillId() + "-" + count,
            fill.orderId(),
            fill.account(),
            fill.instrument(),
            fill.side(),
            fill.price(),
            fill.quantity(),
            fill.fee(),
            fill.liquidity(),
            fill.eventTime(),
            false));
  }
}
