/**
 * The line between the engine and the code of plug-ins: the context class loader is the plug-in's
 * while its code runs, and a watchdog sees how long that takes.
 */
@NullMarked
package dev.bourse.engine.watch;

import org.jspecify.annotations.NullMarked;
