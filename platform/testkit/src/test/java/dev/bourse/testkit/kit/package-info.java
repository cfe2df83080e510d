/** Kits on plug-ins that are right, and on some that are wrong. */
package dev.bourse.testkit.kit;
