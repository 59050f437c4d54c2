/// Everything that a scenario needs to play.
@NullMarked
package org.sipsleuth.simulate.world;

import org.jspecify.annotations.NullMarked;
