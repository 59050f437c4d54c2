/// What truth files say, read for tests and held against what SipSleuth reads.
@NullMarked
package org.sipsleuth.samples.truth;

import org.jspecify.annotations.NullMarked;
