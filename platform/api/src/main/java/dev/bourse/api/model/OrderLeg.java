package dev.bourse.api.model;

/**
 * What the platform knows of an order that depends on others of its list.
 *
 * @param number its place in the list from 1 on; an order that replaces another has the same
 * @param wanted how much it may be at most
 * @param taken how much of that others of the list filled in its stead and was taken off it
 * @param stage where it stands
 */
public record OrderLeg(int number, Quantity wanted, Quantity taken, Stage stage) {
  /** Where a leg stands. */
  public enum Stage {
    /** Waits here for its parent to fill: it reserves nothing and cannot fill. */
    WAITING,
    /** Works, at the venue or held here until its trigger. */
    ACTIVE,
    /** Is being cancelled so that another one can take its place once that is proven. */
    REPLACED,
    /** Its list is over: nothing takes its place any more. */
    DONE,
    /** It was to work, and the adapter of its venue denied it before it left. */
    REFUSED,
    /** It ended before it worked, and its owner wants no other one in its place. */
    GIVEN_UP,
    /**
     * Waits at its venue for its parent to fill whole: it reserves nothing and cannot fill before.
     */
    PENDING
  }

  /** A leg that nothing happened to yet. */
  public static OrderLeg of(int number, Quantity wanted, Stage stage) {
    return new OrderLeg(number, wanted, Quantity.zero(wanted.decimals()), stage);
  }

  /** The same leg at another stage. */
  public OrderLeg at(Stage newStage) {
    return new OrderLeg(number, wanted, taken, newStage);
  }

  /** The same leg with another part taken off. */
  public OrderLeg withTaken(Quantity newTaken) {
    return new OrderLeg(number, wanted, newTaken, stage);
  }
}
