package dev.bourse.control.shell.service;

/** Why a command did nothing, as a sentence for people. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a sentence that says what to do. */
  public Refusal(String message) {
    super(message);
  }
}
