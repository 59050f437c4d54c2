/// What is known of every message that was simulated, and of the capture it stands in.
@NullMarked
package org.sipsleuth.simulate.truth;

import org.jspecify.annotations.NullMarked;
