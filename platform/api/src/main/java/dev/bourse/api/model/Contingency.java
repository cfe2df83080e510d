package dev.bourse.api.model;

/** How the orders of a list depend on each other. */
public enum Contingency {
  /** One triggers the other: children are sent once their parent has filled. */
  OTO,
  /** One cancels the other: what happens to one cancels its siblings. */
  OCO,
  /** One updates the other: what one fills is taken off its siblings. */
  OUO
}
