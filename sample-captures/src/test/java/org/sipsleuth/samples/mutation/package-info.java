/// Mutated SIP requests: a seed comes in, messages with a told fault come out, over the network or
/// for tests.
@NullMarked
package org.sipsleuth.samples.mutation;

import org.jspecify.annotations.NullMarked;
