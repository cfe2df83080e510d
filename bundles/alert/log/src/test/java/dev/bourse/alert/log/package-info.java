/** Tests of the bundle, read as examples. */
@NullMarked
package dev.bourse.alert.log;

import org.jspecify.annotations.NullMarked;
