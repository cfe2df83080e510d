/** The scripted exchange does what its scripts say. */
package dev.bourse.testkit.scripted;
