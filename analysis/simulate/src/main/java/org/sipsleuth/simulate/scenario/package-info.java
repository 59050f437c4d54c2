/// What can be played: the days, attacks and oddities that labs, tests and methods need.
@NullMarked
package org.sipsleuth.simulate.scenario;

import org.jspecify.annotations.NullMarked;
