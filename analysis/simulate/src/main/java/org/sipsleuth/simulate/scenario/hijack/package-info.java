/// Attacks by a third host on the calls, registrations and passwords of others.
@NullMarked
package org.sipsleuth.simulate.scenario.hijack;

import org.jspecify.annotations.NullMarked;
