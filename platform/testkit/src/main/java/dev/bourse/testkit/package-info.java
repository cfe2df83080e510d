/**
 * What tests of Bourse and of plug-ins share: compatibility kits to extend, fixtures and a clock
 * that tests move. Never installed in the container.
 */
@NullMarked
package dev.bourse.testkit;

import org.jspecify.annotations.NullMarked;
