/**
 * What a backtest is made of: plug-ins as plain objects, and a specification turned into parts that
 * are known to fit together. Knows no OSGi. Called by whoever starts a run, on that thread.
 */
@NullMarked
package dev.bourse.backtest.plan;

import org.jspecify.annotations.NullMarked;
