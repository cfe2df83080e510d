/**
 * Proofs that plug-ins of one kind are interchangeable.
 *
 * <p>A plug-in's own test extends the kit of its kind and hands over what it makes; JUnit runs the
 * kit's tests on it. The kits use the API only, as the engine does.
 */
@NullMarked
package dev.bourse.testkit.kit;

import org.jspecify.annotations.NullMarked;
