package dev.bourse.backtest.run;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.model.Order;
import dev.bourse.api.trace.TurnResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a reader of the result should hear about, in sentences. */
final class Notes {
  /** More warnings than this are counted only. */
  private static final int MOST = 20;

  private static final class Denials {
    private int count;
    private String first = "";
  }

  private final Map<String, Denials> denials = new TreeMap<>();
  private final Set<String> warnings = new LinkedHashSet<>();

  void take(TurnResult result) {
    if (result instanceof TurnResult.OrderDenied denied) {
      denied(denied.order());
    } else if (result instanceof TurnResult.Noted noted && noted.level() != Alert.Level.INFO) {
      warnings.add(noted.text());
    }
  }

  private void denied(Order order) {
    String reason = order.reason();
    int colon = reason.indexOf(':');
    Denials same =
        denials.computeIfAbsent(
            colon < 0 ? reason : reason.substring(0, colon), code -> new Denials());
    if (same.count == 0) {
      same.first = order.id() + " " + reason.substring(colon + 1).strip();
    }
    same.count++;
  }

  /** Denials by code, then warnings in the order in which they came. */
  List<String> sentences() {
    List<String> all = new ArrayList<>();
    denials.forEach(
        (code, each) ->
            all.add(
                each.count
                    + (each.count == 1 ? " order was" : " orders were")
                    + " denied with "
                    + code
                    + ", first "
                    + each.first));
    warnings.stream().limit(MOST).forEach(all::add);
    if (warnings.size() > MOST) {
      all.add(warnings.size() - MOST + " more warnings are in the trace");
    }
    return all;
  }
}
