package dev.bourse.engine.loop;

import dev.bourse.api.alert.Alert;
import dev.bourse.engine.watch.Watchdog;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/**
 * What all traders of an installation share.
 *
 * @param folders where everything is kept
 * @param watchdog looks at calls into plug-ins
 * @param announcer runs what waits for durable turns
 * @param timer ends waiting
 * @param alerts takes alerts that are durable
 */
public record RunServices(
    Folders folders,
    Watchdog watchdog,
    Executor announcer,
    ScheduledExecutorService timer,
    Consumer<Alert> alerts) {}
