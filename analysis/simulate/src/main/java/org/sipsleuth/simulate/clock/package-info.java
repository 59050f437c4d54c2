/// Virtual time, and chance that comes out the same on every machine.
@NullMarked
package org.sipsleuth.simulate.clock;

import org.jspecify.annotations.NullMarked;
