/**
 * The rules of the house as tests: who may see whom, what the core may never touch, what a jar may
 * say about itself. They judge every module that the features list, so a new bundle is judged as
 * soon as it can be installed.
 */
@NullMarked
package dev.bourse.itests.architecture;

import org.jspecify.annotations.NullMarked;
