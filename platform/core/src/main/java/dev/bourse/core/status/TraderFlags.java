package dev.bourse.core.status;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a trader's status follows from. Latched ones survive restarts. Not thread-safe.
 *
 * <p>Only the fold of events changes it, so a restart finds the same facts.
 */
public final class TraderFlags {
  private static final AccountFlags NEVER = new AccountFlags(false, false, "never connected");

  private boolean started;
  private boolean recovered;
  private boolean stopping;
  private boolean paused;
  private boolean reducing;
  private boolean flattening;
  private String halted = "";
  private String storage = "";
  private String liquidated = "";
  private String doubt = "";
  private final Map<AccountId, String> shortages = new TreeMap<>();
  private final Map<AccountId, String> differing = new TreeMap<>();
  private final Map<String, String> missing = new TreeMap<>();
  private final Map<StrategyId, String> faulted = new TreeMap<>();
  private final Map<AccountId, AccountFlags> accounts = new TreeMap<>();
  private @Nullable TraderStatus status;

  /**
   * What is known of an account's connection.
   *
   * @param connected whether orders can be sent
   * @param reconciled whether its books were compared since the last connect
   * @param detail a sentence
   */
  public record AccountFlags(boolean connected, boolean reconciled, String detail) {}

  /** Forgets what belongs to the former process; latches stay. */
  public void begin(List<AccountId> expected) {
    status = null;
    started = true;
    recovered = false;
    stopping = false;
    storage = "";
    missing.clear();
    faulted.clear();
    accounts.clear();
    shortages.keySet().retainAll(expected);
    differing.keySet().retainAll(expected);
    expected.forEach(id -> accounts.put(id, new AccountFlags(false, false, "connecting")));
  }

  /** The status that follows from the facts; reckoned once per change of them. */
  public TraderStatus status() {
    TraderStatus known = status;
    if (known == null) {
      known = reckon();
      status = known;
    }
    return known;
  }

  private TraderStatus reckon() {
    if (!started) {
      return TraderStatus.WAITING;
    }
    if (stopping) {
      return TraderStatus.STOPPING;
    }
    if (!recovered) {
      return TraderStatus.RECOVERING;
    }
    if (!halted.isEmpty()) {
      return TraderStatus.HALTED;
    }
    if (!faulted.isEmpty()) {
      return TraderStatus.FAULTED;
    }
    return venueStatus();
  }

  private TraderStatus venueStatus() {
    boolean connected = accounts.values().stream().allMatch(AccountFlags::connected);
    boolean reconciled = accounts.values().stream().allMatch(AccountFlags::reconciled);
    if (!connected) {
      return TraderStatus.SUSPENDED;
    }
    if (!reconciled) {
      return TraderStatus.RECONCILING;
    }
    if (paused || flattening) {
      return TraderStatus.PAUSED;
    }
    boolean closedForEntries = reducing || !missing.isEmpty() || !storage.isEmpty();
    boolean wrong = !shortages.isEmpty() || !liquidated.isEmpty() || !differing.isEmpty();
    return closedForEntries || wrong || !doubt.isEmpty()
        ? TraderStatus.REDUCING
        : TraderStatus.RUNNING;
  }

  /** Why the status is what it is: one sentence. */
  public String detail() {
    return switch (status()) {
      case WAITING -> "not started yet";
      case STOPPING -> "stopping";
      case STOPPED -> "stopped";
      case RECOVERING -> "the store is being read";
      case HALTED -> halted + "; risk:reset lifts it";
      case FAULTED -> String.join("; ", faulted.values());
      case SUSPENDED -> accountDetail("not connected");
      case RECONCILING -> accountDetail("waits for the venue's report");
      case PAUSED -> flattening ? "flattening" : "paused by an operator";
      case REDUCING -> reducingDetail();
      case RUNNING -> "";
    };
  }

  private String accountDetail(String what) {
    StringBuilder text = new StringBuilder();
    accounts.forEach(
        (id, flags) -> {
          if (!flags.connected() || !flags.reconciled()) {
            text.append(text.isEmpty() ? "" : "; ").append("account ").append(id).append(' ');
            text.append(what).append(flags.detail().isEmpty() ? "" : ": " + flags.detail());
          }
        });
    return text.toString();
  }

  private String reducingDetail() {
    if (!missing.isEmpty()) {
      return String.join("; ", missing.values());
    }
    if (!storage.isEmpty()) {
      return storage;
    }
    if (!liquidated.isEmpty()) {
      return liquidated + "; trader:resume lifts it";
    }
    if (!doubt.isEmpty()) {
      return doubt;
    }
    if (!differing.isEmpty()) {
      return String.join("; ", differing.values())
          + "; entries stop until trader:reconcile --accept";
    }
    return shortages.isEmpty()
        ? "reducing only, by an operator"
        : String.join("; ", shortages.values());
  }

  /** The state of an account, disconnected if never heard of. */
  public AccountFlags account(AccountId id) {
    return accounts.getOrDefault(id, NEVER);
  }

  /** Replaces what is known of an account. */
  public void account(AccountId id, AccountFlags flags) {
    status = null;
    accounts.put(id, flags);
  }

  /** Something configured came (empty reason) or went. */
  public void missing(String what, String reason) {
    status = null;
    if (reason.isEmpty()) {
      missing.remove(what);
    } else {
      missing.put(what, reason);
    }
  }

  /** Whether something configured is not there. */
  public boolean isMissing(String what) {
    return missing.containsKey(what);
  }

  /** A strategy failed (a reason), or is bound anew (empty). */
  public void faulted(StrategyId id, String reason) {
    status = null;
    if (reason.isEmpty()) {
      faulted.remove(id);
    } else {
      faulted.put(id, reason);
    }
  }

  /** Whether the strategy failed. */
  public boolean isFaulted(StrategyId id) {
    return faulted.containsKey(id);
  }

  /** Recovery is complete. */
  public void recovered() {
    status = null;
    recovered = true;
  }

  /** Whether recovery is complete. */
  public boolean isRecovered() {
    return recovered;
  }

  /** The orderly end has begun. */
  public void stopping() {
    status = null;
    stopping = true;
  }

  /** A person's pause, or its end. */
  public void paused(boolean value) {
    status = null;
    paused = value;
    reducing = reducing && value;
  }

  /** A person's wish for reducing orders only. */
  public void reducing() {
    status = null;
    reducing = true;
    paused = false;
  }

  /** Positions are being closed, or are proven flat. */
  public void flattening(boolean value) {
    status = null;
    flattening = value;
    paused = true;
  }

  /** Whether positions are being closed. */
  public boolean isFlattening() {
    return flattening;
  }

  /** Latches a halt, or lifts it with an empty reason. */
  public void halted(String reason) {
    status = null;
    halted = reason;
  }

  /** Whether a halt is latched. */
  public boolean isHalted() {
    return !halted.isEmpty();
  }

  /** What is wrong with the storage, empty for nothing. */
  public void storage(String problem) {
    status = null;
    storage = problem;
  }

  /** What is wrong with the storage, empty for nothing. */
  public String storage() {
    return storage;
  }

  /** What an account holds less than our fills explain, or empty for nothing. */
  public void shortage(AccountId account, String what) {
    status = null;
    if (what.isEmpty()) {
      shortages.remove(account);
    } else {
      shortages.put(account, what);
    }
  }

  /** What an account holds less than our fills explain, empty for nothing. */
  public String shortage(AccountId account) {
    return shortages.getOrDefault(account, "");
  }

  /** What accounts hold less than our fills explain, by account. */
  public Map<AccountId, String> shortages() {
    return Collections.unmodifiableMap(shortages);
  }

  /** Latches that a position is not what our executions make, or lifts it with an empty text. */
  public void differing(AccountId account, String what) {
    status = null;
    if (what.isEmpty()) {
      differing.remove(account);
    } else {
      differing.put(account, what);
    }
  }

  /** Which positions are not what our executions make, by account. */
  public Map<AccountId, String> differing() {
    return Collections.unmodifiableMap(differing);
  }

  /** Latches what a venue did to an account by itself, or lifts it with an empty text. */
  public void liquidated(String what) {
    status = null;
    liquidated = what;
  }

  /** What a venue did to an account by itself, empty for nothing. */
  public String liquidated() {
    return liquidated;
  }

  /** Says why another instance may be trading, or ends that doubt with an empty text. */
  public void doubted(String why) {
    status = null;
    doubt = why;
  }

  /** Why another instance may be trading, empty for no doubt. */
  public String doubt() {
    return doubt;
  }

  /**
   * Writes everything but what a venue did, what differs there and what is missing, which stand
   * with the accounts, and the doubt, which stands with the beginning of the store.
   */
  public void save(StateWriter out) {
    out.putBoolean(started).putBoolean(recovered).putBoolean(stopping).putBoolean(paused);
    out.putBoolean(reducing).putBoolean(flattening);
    out.putText(halted).putText(storage);
    out.putText(""); // where stores of before kept one shortage, whosever it was
    out.putInt(missing.size());
    missing.forEach((what, reason) -> out.putText(what).putText(reason));
    out.putInt(faulted.size());
    faulted.forEach((id, reason) -> out.putText(id.value()).putText(reason));
    out.putInt(accounts.size());
    accounts.forEach(
        (id, flags) ->
            out.putText(id.value())
                .putBoolean(flags.connected())
                .putBoolean(flags.reconciled())
                .putText(flags.detail()));
  }

  /** Reads what {@link #save} wrote. */
  public void load(StateReader in) {
    status = null;
    started = in.getBoolean();
    recovered = in.getBoolean();
    stopping = in.getBoolean();
    paused = in.getBoolean();
    reducing = in.getBoolean();
    flattening = in.getBoolean();
    halted = in.getText();
    storage = in.getText();
    String shortage = in.getText();
    for (int left = in.getInt(); left > 0; left--) {
      missing.put(in.getText(), in.getText());
    }
    for (int left = in.getInt(); left > 0; left--) {
      faulted.put(new StrategyId(in.getText()), in.getText());
    }
    for (int left = in.getInt(); left > 0; left--) {
      AccountId id = new AccountId(in.getText());
      accounts.put(id, new AccountFlags(in.getBoolean(), in.getBoolean(), in.getText()));
      if (shortage.startsWith("account " + id + " ")) {
        shortages.put(id, shortage);
      }
    }
  }
}
