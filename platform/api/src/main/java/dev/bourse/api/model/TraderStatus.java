package dev.bourse.api.model;

/** What a trader may do now. A sentence always says why; see {@code TraderSnapshot.detail}. */
public enum TraderStatus {
  /** Something that was configured is not installed, or refused. */
  WAITING,
  /** The store is being read. */
  RECOVERING,
  /** Local state is being compared with the venues. */
  RECONCILING,
  /** A venue cannot be reached; retried for ever. */
  SUSPENDED,
  /** Trades. */
  RUNNING,
  /** No new entries, by a person's wish. */
  PAUSED,
  /** Only orders that shrink positions. */
  REDUCING,
  /** Stopped entries, latched until a person resets it. */
  HALTED,
  /** A plug-in failed; its trader goes on without it. */
  FAULTED,
  /** On the way to STOPPED. */
  STOPPING,
  /** Not running. */
  STOPPED
}
