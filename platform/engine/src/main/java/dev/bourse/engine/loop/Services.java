package dev.bourse.engine.loop;

import dev.bourse.api.event.Event;
import dev.bourse.api.event.ServiceChanged;
import dev.bourse.api.event.ServiceChanged.Service;
import dev.bourse.api.model.AccountId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the venues do not offer at present, for people. Loop only. */
final class Services {
  private final Map<AccountId, Map<Service, String>> away = new TreeMap<>();

  /** Behind every turn that no market data made. */
  void heard(Event event) {
    if (event instanceof ServiceChanged changed) {
      Map<Service, String> missing =
          away.computeIfAbsent(changed.account(), any -> new EnumMap<>(Service.class));
      if (changed.works()) {
        missing.remove(changed.service());
      } else {
        missing.put(changed.service(), changed.detail());
      }
    }
  }

  /** An account is opened: it begins with everything. */
  void opened(AccountId account) {
    away.remove(account);
  }

  /** A sentence, empty if nothing is missing. */
  String note() {
    return away.entrySet().stream()
        .flatMap(
            each ->
                each.getValue().entrySet().stream()
                    .map(
                        missing ->
                            "NO "
                                + missing.getKey().words().toUpperCase(Locale.ROOT)
                                + " at account "
                                + each.getKey()
                                + ": "
                                + missing.getValue()))
        .collect(Collectors.joining("; "));
  }
}
