package dev.bourse.core.reconciliation;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.core.ledger.ClientOrderIds;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose the orders are that the books do not know. */
final class Owners {
  private final LocalBooks local;
  private final ReconcileSettings settings;

  Owners(LocalBooks local, ReconcileSettings settings) {
    this.local = local;
    this.settings = settings;
  }

  /**
   * Who gets an order: whom its name says if it is ours from a store that was lost, whoever claims
   * the instrument, else what the settings wish; null to leave it alone.
   */
  @Nullable StrategyId of(ClientOrderId id, InstrumentId instrument) {
    Optional<ClientOrderIds.Parts> ours = ClientOrderIds.read(local.trader(), id);
    if (ours.isPresent()) {
      boolean lost = local.first() && !isNewer(ours.get());
      return lost ? new StrategyId(ours.get().strategy()) : null;
    }
    StrategyId claimant = settings.claims().get(instrument);
    boolean adopted = settings.foreign() == ReconcileSettings.Foreign.ADOPT;
    return claimant != null ? claimant : adopted ? StrategyId.EXTERNAL : null;
  }

  /**
   * Who gets an order of which it is known what it does. What sells coins on spot for a store that
   * was lost is no strategy's: the position that it was to close is forgotten, and what a strategy
   * buys from here on is not what it sells.
   */
  @Nullable StrategyId of(ClientOrderId id, OrderSpec spec) {
    StrategyId owner = of(id, spec.instrument().id());
    boolean sale = spec.instrument().isSpot() && spec.side() == Side.SELL;
    return owner != null && sale && isOurs(id) ? StrategyId.EXTERNAL : owner;
  }

  /** Whether its name is one that we give. */
  boolean isOurs(ClientOrderId id) {
    return ClientOrderIds.read(local.trader(), id).isPresent();
  }

  /** Who gets what nobody ordered. */
  StrategyId of(InstrumentId instrument) {
    return settings.claims().getOrDefault(instrument, StrategyId.EXTERNAL);
  }

  /**
   * A sentence if only another instance can have placed an order that works, else empty: its name
   * is ours, and our books never had it although they reach back, or it is of a start that is still
   * to come. One that was taken about when our store began is another instance's as well: the first
   * report has those of a store that was lost, unless the venue took them when that store was gone.
   * One that ended says nothing: whoever placed it may be gone for long.
   *
   * @param takenAt when the venue took it, the venue's time; 0 if it does not say
   * @param movedAt when the venue took it or changed it last, for a venue that does not say more
   */
  String otherInstance(ClientOrderId id, long takenAt, long movedAt) {
    Optional<ClientOrderIds.Parts> parts = ClientOrderIds.read(local.trader(), id);
    boolean others =
        parts.isPresent() && (isNewer(parts.get()) || isOthers(parts.get(), takenAt, movedAt));
    return others ? OtherInstance.open(local.trader(), id) : "";
  }

  private boolean isOthers(ClientOrderIds.Parts name, long takenAt, long movedAt) {
    return local.first()
        ? OtherInstance.isYounger(local.begin(), name, takenAt)
        : !OtherInstance.isFormer(local.begin(), name, takenAt > 0 ? takenAt : movedAt);
  }

  /**
   * A sentence if only another instance can have placed an order that was executed, else empty: its
   * name is of a start that is still to come, or of a number that we have not given yet.
   */
  String otherExecuted(ClientOrderId id) {
    Optional<ClientOrderIds.Parts> parts = ClientOrderIds.read(local.trader(), id);
    boolean others = parts.isPresent() && isNewer(parts.get());
    return others ? OtherInstance.executed(local.trader(), id) : "";
  }

  private boolean isNewer(ClientOrderIds.Parts parts) {
    return parts.isAfter(local.epoch(), local.nextOrder());
  }
}
