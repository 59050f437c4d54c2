/// The example of docs/ADDING-A-METHOD.md: requests that may be forwarded more often than those of
/// the baseline.
@NullMarked
package org.sipsleuth.hops;

import org.jspecify.annotations.NullMarked;
