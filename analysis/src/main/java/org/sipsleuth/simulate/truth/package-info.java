/// What is known of every message that was simulated, and the file that tells it.
@NullMarked
package org.sipsleuth.simulate.truth;

import org.jspecify.annotations.NullMarked;
