package dev.bourse.core.reconciliation;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.TraderId;
import dev.bourse.core.ledger.ClientOrderIds;
import dev.bourse.core.reconciliation.StoreBegin.Age;
import java.util.Optional;

/** How people hear that another process trades with our name. Pure functions. */
public final class OtherInstance {
  private OtherInstance() {}

  /**
   * What a report says of another instance.
   *
   * @param weight how much it proves
   * @param sentence for people, empty if it says nothing
   */
  public record Verdict(Weight weight, String sentence) {
    static final Verdict NOTHING = new Verdict(Weight.NOTHING, "");
  }

  /** How much a report proves. */
  public enum Weight {
    /** Nothing. */
    NOTHING,
    /** The order is of a store that was lost. */
    FORMER,
    /** The order may be of a store that was lost, or another instance's. */
    PERHAPS,
    /** Another instance trades. */
    PROVEN
  }

  /** A sentence about an order that works at the venue. */
  static String open(TraderId trader, ClientOrderId id) {
    return sentence(trader, id, "is open at the venue");
  }

  /** A sentence about an order that was executed there. */
  static String executed(TraderId trader, ClientOrderId id) {
    return sentence(trader, id, "was filled");
  }

  /**
   * What the venue tells of an order that our books do not have. Another instance is proven if the
   * venue took it, or executed it, and its name is one that we have not given yet; or if the venue
   * took it since our store began, and it is of an earlier start. What ends an order proves
   * nothing: whoever placed it may be gone for long. Nor does what was taken before our store
   * began, see {@link StoreBegin}: an answer that comes late is no order that comes now.
   *
   * @param epoch our present start
   * @param nextOrder the number of our next order in it
   * @param begin where our store begins
   */
  public static Verdict told(
      TraderId trader, long epoch, long nextOrder, StoreBegin begin, OrderReport report) {
    boolean taken = report instanceof OrderReport.Accepted;
    if (!taken && !(report instanceof OrderReport.Filled)) {
      return Verdict.NOTHING;
    }
    ClientOrderId id = report.orderId();
    Optional<ClientOrderIds.Parts> name = ClientOrderIds.read(trader, id);
    if (name.isEmpty()) {
      return Verdict.NOTHING;
    } else if (!taken) {
      return name.get().isAfter(epoch, nextOrder)
          ? new Verdict(Weight.PROVEN, sentence(trader, id, "is being filled"))
          : Verdict.NOTHING;
    }
    return switch (begin.age(name.get(), report.eventTime())) {
      case FORMER -> new Verdict(Weight.FORMER, former(id));
      case PERHAPS -> new Verdict(Weight.PERHAPS, perhaps(trader, id));
      case PRESENT -> new Verdict(Weight.PROVEN, sentence(trader, id, "was taken by the venue"));
    };
  }

  /**
   * Whether an order is of a store that was lost, by its name and the time at which the venue took
   * it.
   */
  static boolean isFormer(StoreBegin begin, ClientOrderIds.Parts name, long takenAt) {
    return begin.age(name, takenAt) == Age.FORMER;
  }

  /** Whether the venue took an order of a start before this store when the store had begun. */
  static boolean isYounger(StoreBegin begin, ClientOrderIds.Parts name, long takenAt) {
    return begin.isKnown()
        && name.epoch() < begin.epoch()
        && takenAt > 0
        && begin.age(name, takenAt) == Age.PRESENT;
  }

  private static String former(ClientOrderId id) {
    return "order "
        + id
        + " was taken by the venue before this store was begun: it is of one that was lost, and"
        + " left alone; what it did is in the balances";
  }

  private static String perhaps(TraderId trader, ClientOrderId id) {
    return "order "
        + id
        + " was taken by the venue about when this store was begun: it is of a store that was"
        + " lost, or another instance trades as "
        + trader
        + ", whose next order will tell";
  }

  private static String sentence(TraderId trader, ClientOrderId id, String what) {
    return "ANOTHER INSTANCE trades as "
        + trader
        + ": order "
        + id
        + " "
        + what
        + " and was not placed by this one";
  }
}
