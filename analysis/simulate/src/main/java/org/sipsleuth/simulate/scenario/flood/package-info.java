/// INVITE floods, as the paper on them has them.
@NullMarked
package org.sipsleuth.simulate.scenario.flood;

import org.jspecify.annotations.NullMarked;
