/// Days and weeks of offices, with or without attacks.
@NullMarked
package org.sipsleuth.simulate.scenario.day;

import org.jspecify.annotations.NullMarked;
