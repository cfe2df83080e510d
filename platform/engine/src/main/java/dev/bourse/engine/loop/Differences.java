package dev.bourse.engine.loop;

import dev.bourse.api.trader.Discrepancy;
import dev.bourse.core.reconciliation.Reconciliation;
import dev.bourse.core.reconciliation.Step;
import java.math.BigDecimal;
import java.util.List;

/** What two reports find, compared. */
final class Differences {
  private static final String BALANCE = "balance ";

  private Differences() {}

  /**
   * Whether both find the same, whatever would be done about it; of a balance the same difference,
   * for both sides of it move while the account trades.
   */
  static boolean isSame(List<Discrepancy> found, List<Discrepancy> before) {
    return subjects(found).equals(subjects(before));
  }

  private static List<List<String>> subjects(List<Discrepancy> found) {
    return found.stream().map(Differences::subject).toList();
  }

  private static List<String> subject(Discrepancy each) {
    return each.subject().startsWith(BALANCE)
        ? List.of(each.subject(), amount(each.venue()).subtract(amount(each.ours())).toString())
        : List.of(each.subject(), each.ours(), each.venue());
  }

  private static BigDecimal amount(String money) {
    return new BigDecimal(money.substring(0, money.indexOf(' ')));
  }

  /** Whether only balances and positions differ: what was just executed may be the reason. */
  static boolean isOnlyAmounts(Reconciliation found) {
    return found.failure().isEmpty()
        && found.steps().stream().allMatch(Differences::isAmount)
        && found.discrepancies().stream()
            .allMatch(
                each ->
                    each.subject().startsWith(BALANCE) || each.subject().startsWith("position "));
  }

  private static boolean isAmount(Step step) {
    return step instanceof Step.Prove
        || (step instanceof Step.Adopt adopt && isGenerated(adopt.order().id().value()))
        || (step instanceof Step.Count count && isGenerated(count.fill().orderId().value()));
  }

  private static boolean isGenerated(String id) {
    return id.startsWith("R-");
  }
}
