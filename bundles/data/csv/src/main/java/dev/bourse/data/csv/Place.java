package dev.bourse.data.csv;

import dev.bourse.api.data.DataException;

/** Where in a file something stands, so that what is wrong there can be said. */
interface Place {
  /** A sentence about this place. */
  DataException bad(String reason);
}
