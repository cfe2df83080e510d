/**
 * The backtest service as a component: the only package of this bundle that sees the framework.
 * Plug-ins come and go on the framework's threads.
 */
@NullMarked
package dev.bourse.backtest.osgi;

import org.jspecify.annotations.NullMarked;
