/**
 * The gate between what a strategy wants and what the ledger takes. Only it makes approved orders.
 */
@NullMarked
package dev.bourse.core.risk;

import org.jspecify.annotations.NullMarked;
