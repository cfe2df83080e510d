/**
 * Tests that run inside the distribution. A class marked {@link
 * dev.bourse.itests.karaf.InsideKaraf} is loaded twice: in the build, where it boots one container
 * and forwards its test methods, and in that container, where they run.
 *
 * <p>Only {@code @Test} methods written in the class itself travel; parameterized, repeated,
 * dynamic and nested tests are refused with a sentence.
 */
@NullMarked
package dev.bourse.itests.karaf;

import org.jspecify.annotations.NullMarked;
