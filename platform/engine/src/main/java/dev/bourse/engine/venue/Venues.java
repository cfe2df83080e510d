package dev.bourse.engine.venue;

import dev.bourse.api.event.Event;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.AccountId;
import dev.bourse.engine.inbox.Inbox;
import dev.bourse.engine.journal.Outlet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All linked accounts of a trader, and the journal writer's way to them. The set never changes; any
 * thread.
 */
public final class Venues implements Outlet {
  private static final Logger LOG = LoggerFactory.getLogger(Venues.class);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration HURRY = Duration.ofSeconds(2);

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

  /** Closes all of them; says which did not, each within its time. */
  public List<String> close() {
    return close(LONG);
  }

  /** Does the same in a hurry, from any thread: another loop is about to open them anew. */
  public void abandon() {
    close(HURRY).forEach(each -> LOG.warn("{}", each));
  }

  private List<String> close(Duration most) {
    links.values().forEach(AccountLink::close);
    List<String> open = new ArrayList<>();
    links.forEach(
        (id, link) ->
            link.awaitClosed(most).ifPresent(each -> open.add("account " + id + ": " + each)));
    return open;
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
