/**
 * Runs single JUnit 5 test methods inside the container. Pax Exam knows JUnit 4 only; this bundle
 * registers the missing invoker under the driver name {@code jupiter}, and Pax Exam's remote end
 * calls it, one method at a time, on its own thread.
 *
 * <p>What it can do: {@code @Test} methods with everything around them that the Jupiter engine runs
 * for a single method, so {@code @BeforeAll}, {@code @BeforeEach}, {@code @AfterEach},
 * {@code @AfterAll}, extensions and parameters. What it cannot: parameterized, repeated, dynamic
 * and nested tests; {@code @BeforeAll} and {@code @AfterAll} run once for each method, because each
 * method is a run of its own.
 */
@NullMarked
package dev.bourse.itests.karaf.invoker;

import org.jspecify.annotations.NullMarked;
