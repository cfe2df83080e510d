package dev.bourse.engine.loop;

import dev.bourse.engine.alert.AlertTap;
import dev.bourse.engine.clock.Clocks;
import dev.bourse.engine.files.Folders;
import dev.bourse.engine.plugin.Plugins;
import dev.bourse.engine.watch.Watchdog;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What all traders of an installation share.
 *
 * @param folders where everything is kept
 * @param watchdog looks at calls into plug-ins
 * @param announcer runs what waits for durable turns
 * @param timer ends waiting
 * @param alerts takes alerts
 * @param clocks makes clocks
 * @param plugins what is installed, for data of the past
 */
public record RunServices(
    Folders folders,
    Watchdog watchdog,
    Executor announcer,
    ScheduledExecutorService timer,
    AlertTap alerts,
    Clocks clocks,
    Plugins plugins) {}
