/// Captures in many variants, in which no rule and no method may fail.
@NullMarked
package org.sipsleuth.evaluate.variant;

import org.jspecify.annotations.NullMarked;
