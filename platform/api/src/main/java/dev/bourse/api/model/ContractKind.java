package dev.bourse.api.model;

/** What buying one unit of an instrument means. */
public enum ContractKind {
  /** The base itself changes hands, paid in full in quote currency. */
  SPOT,
  /** A contract on the base whose profit and loss are paid in quote currency. */
  LINEAR,
  /** A contract on an amount of quote currency whose profit and loss are paid in base. */
  INVERSE
}
