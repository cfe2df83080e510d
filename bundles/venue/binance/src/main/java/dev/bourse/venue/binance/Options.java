package dev.bourse.venue.binance;

import dev.bourse.api.data.DataSet;
import dev.bourse.api.model.Instrument;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the arguments of {@code ./bourse venue} say.
 *
 * @param settings of the venue, without an account if none was named
 * @param seed of generated prices
 * @param intervalMillis between two steps of them
 * @param data the set of recorded prices, empty for generated ones
 * @param speed how many times faster than they were recorded
 */
record Options(VenueSettings settings, long seed, long intervalMillis, String data, double speed) {
  private static final int PORT = 9080;

  /** Throws {@link IllegalArgumentException} that names what cannot be. */
  static Options of(List<String> arguments) {
    VenueSettings settings = VenueSettings.local().on(PORT);
    long seed = 1;
    long interval = 250;
    String data = "";
    double speed = 1;
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(argument + " must be an option, like port=9080");
      }
      String value = argument.substring(equals + 1);
      switch (argument.substring(0, equals)) {
        case "port" -> settings = settings.on((int) number(argument, value, 0, 65_535));
        case "account" -> settings = settings.with(AccountText.account(value));
        case "seed" -> seed = number(argument, value, Long.MIN_VALUE, Long.MAX_VALUE);
        case "interval" -> interval = number(argument, value, 1, 3_600_000);
        case "data" -> data = value;
        case "speed" -> speed = Recordings.speed(value);
        case "self-trade" ->
            settings = settings.preventing(value.toUpperCase(Locale.ROOT).replace('-', '_'));
        default -> throw new IllegalArgumentException(argument + " is no option of the venue");
      }
    }
    return new Options(
        settings.accounts().isEmpty() && data.isEmpty()
            ? settings.with(AccountText.account(AccountText.USUAL))
            : settings,
        seed,
        interval,
        data,
        speed);
  }

  /** The settings for a set of recorded data: whoever named no account has money for it. */
  VenueSettings settings(DataSet set) {
    VenueSettings listing = settings.listing(set.instruments());
    return listing.accounts().isEmpty()
        ? listing.with(AccountText.account("local:" + balances(set) + ":local:local"))
        : listing;
  }

  private static String balances(DataSet set) {
    Set<String> balances = new TreeSet<>();
    Set<String> paid = new TreeSet<>();
    for (Instrument each : set.instruments()) {
      paid.add(each.quote().code());
      balances.add("100000 " + each.quote());
    }
    for (Instrument each : set.instruments()) {
      if (!paid.contains(each.base().code())) {
        balances.add("2 " + each.base());
      }
    }
    return String.join(",", balances);
  }

  private static long number(String argument, String value, long least, long most) {
    try {
      long number = Long.parseLong(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(argument + " must be a whole number", e);
    }
    throw new IllegalArgumentException(argument + " must be " + least + " to " + most);
  }
}
