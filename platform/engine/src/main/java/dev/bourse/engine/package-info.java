/**
 * The engine: keeps traders running, each on a thread of its own, writes down what they are about
 * to do, and recovers them. Nobody calls this package from outside the bundle; traders are reached
 * through the services of the API.
 */
@NullMarked
package dev.bourse.engine;

import org.jspecify.annotations.NullMarked;
