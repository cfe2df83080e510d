package dev.bourse.itests.campaign;

import dev.bourse.venue.binance.LocalVenue;
import dev.bourse.venue.binance.faults.Fault;
import dev.bourse.venue.binance.faults.Fault.Kind;
import java.util.List;
import java.util.SplittableRandom;

/** What goes wrong next, out of a seed. */
final class Misfortune {
  private static final List<String> CALLS =
      List.of("order.place", "order.cancel", "order.cancelReplace", "order.status", "*");
  private static final List<Kind> OF_CALLS =
      List.of(Kind.LOSE, Kind.FAIL_AFTER, Kind.FAIL, Kind.DROP, Kind.CUT, Kind.DELAY);
  private static final List<String> EVENTS = List.of("executionReport", "outboundAccountPosition");
  private static final List<Kind> OF_EVENTS =
      List.of(Kind.DROP, Kind.DUPLICATE, Kind.REORDER, Kind.DELAY, Kind.CUT);
  private static final List<String> LINES =
      List.of("executionReport", "outboundAccountPosition", "btcusdt@trade", "btcusdt@bookTicker");
  private static final int LONGEST_PAUSE = 300;

  private final SplittableRandom random;

  Misfortune(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Milliseconds until something may happen again. */
  long pause() {
    return 50L + random.nextInt(LONGEST_PAUSE);
  }

  /** Whether the process is to be killed now. */
  boolean kills() {
    return random.nextInt(20) == 0;
  }

  /** Lets something happen, or nothing; says what. */
  String happen(LocalVenue venue) {
    int what = random.nextInt(20);
    if (what < 6) {
      return add(venue, OF_CALLS, CALLS);
    } else if (what < 10) {
      return add(venue, OF_EVENTS, EVENTS);
    } else if (what == 10) {
      return "cut " + venue.cutSockets();
    } else if (what == 11) {
      venue.announceShutdown();
      return "shutdown announced";
    } else if (what == 12) {
      Fault fault = Fault.once(Kind.MUTE, LINES.get(random.nextInt(LINES.size())));
      venue.add(fault);
      return fault.toString();
    }
    return "";
  }

  private String add(LocalVenue venue, List<Kind> kinds, List<String> places) {
    Fault fault =
        Fault.once(
                kinds.get(random.nextInt(kinds.size())), places.get(random.nextInt(places.size())))
            .repeated(1 + random.nextInt(2))
            .lasting(100L + random.nextInt(1_500));
    venue.add(fault);
    return fault.toString();
  }
}
