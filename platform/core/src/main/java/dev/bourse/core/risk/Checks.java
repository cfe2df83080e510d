package dev.bourse.core.risk;

import dev.bourse.api.model.Money;
import dev.bourse.api.risk.RiskDecision;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked about an order and what the answers were: values that become text when somebody
 * reads them.
 *
 * @param entry whether the order may add exposure
 * @param reserved what it reserves
 * @param refusal what the core itself objects to, or null
 * @param asked the names of all modules, in order
 * @param answers what as many of them as were asked said
 */
public record Checks(
    boolean entry,
    Money reserved,
    RiskDecision.@Nullable Denied refusal,
    List<String> asked,
    List<RiskDecision> answers) {

  /** One {@code module: numbers} per check. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(answers.size() + 1);
    lines.add(
        "core: "
            + (refusal == null
                ? (entry ? "entry" : "reduces") + " reserves=" + reserved
                : refusal));
    for (int i = 0; i < answers.size(); i++) {
      RiskDecision answer = answers.get(i);
      boolean denied = answer instanceof RiskDecision.Denied;
      lines.add(asked.get(i) + ": " + (denied ? answer.toString() : answer.numbers()));
    }
    return lines;
  }
}
