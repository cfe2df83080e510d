/**
 * What a user's configuration files say, read strictly: every key is known, every value has its
 * type and range, everything named exists. The trader manager reads; nothing here knows a plug-in.
 */
@NullMarked
package dev.bourse.engine.config;

import org.jspecify.annotations.NullMarked;
