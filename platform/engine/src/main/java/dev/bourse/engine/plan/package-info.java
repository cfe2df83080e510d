/**
 * What a trader is to be made of: its definition together with the plug-ins that it names. Values;
 * any thread.
 */
@NullMarked
package dev.bourse.engine.plan;

import org.jspecify.annotations.NullMarked;
