package dev.bourse.engine.venue;

import dev.bourse.api.event.Event;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.AccountId;
import dev.bourse.engine.inbox.Inbox;
import dev.bourse.engine.journal.Outlet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All linked accounts of a trader, and the journal writer's way to them. The set never changes; any
 * thread.
 */
public final class Venues implements Outlet {
  private final Inbox inbox;
  private final Map<AccountId, AccountLink> links;

  /** The given accounts. */
  public Venues(Inbox inbox, List<AccountLink> links) {
    this.inbox = inbox;
    this.links = new TreeMap<>();
    links.forEach(link -> this.links.put(link.id(), link));
  }

  /** All links, by account. */
  public Collection<AccountLink> all() {
    return links.values();
  }

  /** One link, or null if the account is not linked. */
  public @Nullable AccountLink find(AccountId account) {
    return links.get(account);
  }

  @Override
  public boolean execute(ExchangeCommand command) {
    AccountLink link = links.get(command.order().account());
    return link != null && link.execute(command);
  }

  @Override
  public void report(Event event) {
    inbox.add(event);
  }
}
