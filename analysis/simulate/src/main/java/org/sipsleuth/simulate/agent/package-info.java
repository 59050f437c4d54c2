/// User agents: what a scenario wants them to do in, messages and media out.
@NullMarked
package org.sipsleuth.simulate.agent;

import org.jspecify.annotations.NullMarked;
