package dev.bourse.core.reconciliation;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Money;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.api.trader.Discrepancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a venue's report means for our books.
 *
 * @param steps what is done to the books, in this order; nothing after a failure
 * @param discrepancies what differed, for people
 * @param failure why the report cannot be taken, a sentence, empty if it can
 * @param otherInstance a sentence if another instance trades with our name, else empty
 * @param differing which position differs although nothing explains it, a sentence, else empty
 * @param notes sentences worth recording
 */
public record Reconciliation(
    List<Step> steps,
    List<Discrepancy> discrepancies,
    String failure,
    String otherInstance,
    String differing,
    List<TurnResult.Noted> notes) {
  /** Keeps its own copies of the lists. */
  public Reconciliation {
    steps = List.copyOf(steps);
    discrepancies = List.copyOf(discrepancies);
    notes = List.copyOf(notes);
  }

  /**
   * Compares; changes nothing. The same books, report and settings give the same.
   *
   * @param accept whether a person takes the venue's word: then nothing is a failure
   */
  public static Reconciliation of(
      LocalBooks local,
      AccountEvent.MassReport report,
      ReconcileSettings settings,
      boolean accept) {
    return new Comparison(local, report, settings, accept).run();
  }

  /** Nothing was compared, for the given reason. */
  public static Reconciliation none(TurnResult.Noted why) {
    return new Reconciliation(List.of(), List.of(), "", "", "", List.of(why));
  }

  /** Differences of balances: what the venue has more or less than our own fills explain. */
  public static List<BalanceDifference> balances(List<Balance> books, List<Balance> venue) {
    List<BalanceDifference> differences = new ArrayList<>();
    for (Balance ours : books) {
      Optional<Money> theirs =
          venue.stream()
              .filter(each -> each.currency().code().equals(ours.currency().code()))
              .map(Balance::total)
              .findFirst();
      Money total = theirs.orElse(ours.currency().zero());
      if (!total.equals(ours.total())) {
        differences.add(new BalanceDifference(ours.total(), total));
      }
    }
    return differences;
  }

  /**
   * One currency whose balance differs.
   *
   * @param ours what our fills explain
   * @param theirs what the venue has
   */
  public record BalanceDifference(Money ours, Money theirs) {
    /** Whether the venue has less than our fills explain. */
    public boolean isShort() {
      return theirs.compareTo(ours) < 0;
    }

    /** What the venue has more. */
    public Money change() {
      return theirs.minus(ours);
    }
  }
}
