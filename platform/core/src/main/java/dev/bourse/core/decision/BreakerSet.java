package dev.bourse.core.decision;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.risk.Breaker;
import dev.bourse.core.breaker.BreakerBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The breakers that are there: the trader's own, and those of the modules that are bound. */
final class BreakerSet {
  private final List<Breaker> own;
  private final Map<String, List<Breaker>> byModule = new TreeMap<>();
  private List<Breaker> all;

  BreakerSet(List<Breaker> own) {
    this.own = own;
    this.all = own;
  }

  /** Those of a module, by its name and theirs. */
  void bind(String module, List<Breaker> declared) {
    byModule.put(
        module, declared.stream().map(each -> each.named(module + "." + each.name())).toList());
    renew();
  }

  void unbind(String module) {
    byModule.remove(module);
    renew();
  }

  private void renew() {
    List<Breaker> present = new ArrayList<>(own);
    byModule.values().forEach(present::addAll);
    all = List.copyOf(present);
  }

  List<Breaker> all() {
    return all;
  }

  /** Whether every one has a mark of the account. */
  boolean isMeasured(BreakerBook book, AccountId account) {
    for (int i = 0; i < all.size(); i++) {
      if (book.mark(account, all.get(i).mark().word()) == null) {
        return false;
      }
    }
    return true;
  }
}
