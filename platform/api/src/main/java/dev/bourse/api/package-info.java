/** The root of the packages a plug-in sees; it holds no type of its own. */
@NullMarked
package dev.bourse.api;

import org.jspecify.annotations.NullMarked;
