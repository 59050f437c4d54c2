/// The protection overlay of several borders (paper 3, section 6).
///
/// In: the messages of each border, and which are anomalous. Out: the signatures that are derived
/// from anomalies, verified and distributed, and what got through before and after.
@NullMarked
package org.sipsleuth.edge.overlay;

import org.jspecify.annotations.NullMarked;
