package dev.bourse.api.book;

/** Whether a book can be believed. */
public enum BookStatus {
  /** No full book has come yet. */
  WAITING,
  /** Every change since the last full book is in it. */
  SYNCHRONISED,
  /** Changes were lost: it is empty until the next full book. */
  GAP
}
