/**
 * What a risk module is.
 *
 * <p>A bundle under {@code bundles/risk} implements {@link dev.bourse.api.risk.RiskModuleFactory}
 * and {@link dev.bourse.api.risk.RiskModule}; the core's risk gate asks every module of a trader on
 * the trader's thread. The first denial wins. Orders that reduce a position are not asked about. A
 * module may also declare {@link dev.bourse.api.risk.Breaker breakers}; the core watches them.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.bourse.api.risk;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
