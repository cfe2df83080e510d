/** What is held and what it is worth: exact positions and cash from fills, fees and flows. */
@NullMarked
package dev.bourse.core.portfolio;

import org.jspecify.annotations.NullMarked;
