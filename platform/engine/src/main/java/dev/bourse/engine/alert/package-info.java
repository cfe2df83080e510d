/**
 * How people are told what the trace notes. One thread and one durable cursor per channel, so that
 * a slow or failing channel delays nobody; nothing is told before it is durable.
 */
@NullMarked
package dev.bourse.engine.alert;

import org.jspecify.annotations.NullMarked;
