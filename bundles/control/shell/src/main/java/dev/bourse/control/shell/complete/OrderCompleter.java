package dev.bourse.control.shell.complete;

import dev.bourse.control.shell.service.Services;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Ids of all orders that traders keep. */
@Service
public final class OrderCompleter extends LiveCompleter {
  /** For Karaf. */
  public OrderCompleter() {}

  @Override
  protected Stream<String> words(Services services) {
    return snapshots(services)
        .flatMap(snapshot -> snapshot.orders().stream())
        .map(order -> order.id().value());
  }
}
