/// Half a year of the calls of a large organisation: who calls whom, and who misuses it.
@NullMarked
package org.sipsleuth.simulate.scenario.social;

import org.jspecify.annotations.NullMarked;
