/// Makes captures whose truth is known: a scenario and a seed in, a capture with its truth out, the
/// same bytes on every machine.
@NullMarked
package org.sipsleuth.simulate;

import org.jspecify.annotations.NullMarked;
